package cn.huiying.command.supervision;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.petition.supervising.PutUnderSupervision;
import cn.huiying.command.petition.supervising.ReleaseFromSupervision;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** While an order stands, its petitions can't be withdrawn, and the bureau checks their replies (rows 20, 27). */
@ProcessingGroup(SupervisionReactionsConfiguration.GROUP)
class WhenAnOrderStandsThenItsPetitionsAreUnderSupervision {

    private final EventStore eventStore;
    private final Reactions reactions;

    WhenAnOrderStandsThenItsPetitionsAreUnderSupervision(EventStore eventStore, Reactions reactions) {
        this.eventStore = eventStore;
        this.reactions = reactions;
    }

    @EventHandler
    void react(SupervisionEvent event, UnitOfWork<?> batch) {
        String order = event.orderId().value();
        switch (event) {
            case SupervisionOrderIssued e ->
                petitions(e.orderId()).forEach(id -> reactions.send(batch, new PutUnderSupervision(id, e.at(), order)));
            case SupervisionCompleted e ->
                petitions(e.orderId())
                        .forEach(id -> reactions.send(batch, new ReleaseFromSupervision(id, e.at(), order)));
            case SupervisionCancelled e ->
                petitions(e.orderId())
                        .forEach(id -> reactions.send(batch, new ReleaseFromSupervision(id, e.at(), order)));
            default -> {}
        }
    }

    private List<PetitionId> petitions(SupervisionOrderId order) {
        return OrderStage.evolve(null, (SupervisionEvent)
                        eventStore.readEvents(order.toString()).next().getPayload())
                .facts()
                .petitions();
    }
}
