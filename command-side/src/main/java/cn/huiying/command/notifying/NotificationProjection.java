package cn.huiying.command.notifying;

import cn.huiying.command.notifying.Notifications.Happening;
import cn.huiying.command.notifying.OrderNotifications.OrderHappening;
import cn.huiying.command.notifying.PolicyNotifications.PolicyHappening;
import cn.huiying.command.notifying.ProposalNotifications.ProposalHappening;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.policy.PolicySubscriptionEvent;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.SupervisionEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Fills the outbox from the log; a batch is taken in once, and taking it in again tells nobody twice. */
@ProcessingGroup(NotificationProjection.NAME)
class NotificationProjection {

    static final String NAME = "notifications";

    private final Outbox outbox;

    NotificationProjection(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message, TrackingToken token, UnitOfWork<?> batch) {
        occurrences(batch)
                .add(new Happening(
                        message.getIdentifier(), token.position().orElseThrow(), message.getTimestamp(), event));
    }

    @EventHandler
    void on(SupervisionEvent event, EventMessage<?> message, TrackingToken token, UnitOfWork<?> batch) {
        occurrences(batch)
                .add(new OrderHappening(
                        message.getIdentifier(), token.position().orElseThrow(), message.getTimestamp(), event));
    }

    @EventHandler
    void on(ProposalEvent event, EventMessage<?> message, TrackingToken token, UnitOfWork<?> batch) {
        occurrences(batch)
                .add(new ProposalHappening(
                        message.getIdentifier(), token.position().orElseThrow(), message.getTimestamp(), event));
    }

    @EventHandler
    void on(PolicySubscriptionEvent event, EventMessage<?> message, TrackingToken token, UnitOfWork<?> batch) {
        occurrences(batch)
                .add(new PolicyHappening(
                        message.getIdentifier(), token.position().orElseThrow(), message.getTimestamp(), event));
    }

    @ResetHandler
    void reset() {
        outbox.forgetPetitions();
    }

    private List<Occurrence> occurrences(UnitOfWork<?> batch) {
        return batch.root().getOrComputeResource(getClass().getName(), key -> {
            List<Occurrence> gathered = new ArrayList<>();
            batch.root().onPrepareCommit(unit -> outbox.takeIn(gathered));
            return gathered;
        });
    }
}
