package cn.huiying.command.supervision;

import cn.huiying.command.common.Reactions;
import cn.huiying.shared.petition.PetitionEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** 自动拟办: what the ladder, a rating, repeats or the bureau's check brought is proposed to the supervisors. */
@ProcessingGroup(SupervisionReactionsConfiguration.GROUP)
class WhenAPetitionGoesWrongThenProposeAnOrder {

    private final ProposedOrders orders;
    private final Reactions reactions;

    WhenAPetitionGoesWrongThenProposeAnOrder(ProposedOrders orders, Reactions reactions) {
        this.orders = orders;
        this.reactions = reactions;
    }

    @EventHandler
    void react(PetitionEvent event, EventMessage<?> message, UnitOfWork<?> batch) {
        orders.because(event, message.getIdentifier()).ifPresent(draft -> reactions.send(batch, draft));
    }
}
