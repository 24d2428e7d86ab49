package cn.huiying.command.supervision;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.shared.supervision.LeaderInstructionRecorded;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionTrigger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** 领导批示交办: an order is proposed for each agency that the instruction found involved. */
@ProcessingGroup(SupervisionReactionsConfiguration.GROUP)
class WhenALeaderInstructsThenProposeOrders {

    private static final int MOST = 460;

    private final Reactions reactions;

    WhenALeaderInstructsThenProposeOrders(Reactions reactions) {
        this.reactions = reactions;
    }

    @EventHandler
    void react(LeaderInstructionRecorded event, UnitOfWork<?> batch) {
        event.addressees().stream()
                .filter(addressee -> addressee.order() != null)
                .forEach(addressee -> reactions.send(
                        batch,
                        new DraftSupervisionOrder(
                                addressee.order(),
                                event.at(),
                                SupervisionForm.E_ORDER,
                                SupervisionChannel.ONLINE,
                                SupervisionTrigger.LEADER_INSTRUCTION,
                                addressee.agency(),
                                addressee.petitions(),
                                matter(event))));
    }

    /** Within what an order's matter may hold; the whole is read in the instruction's file. */
    private static String matter(LeaderInstructionRecorded event) {
        String words = (event.topic() == null ? "" : event.topic() + ":") + event.text();
        String brief = words.length() <= MOST ? words : words.substring(0, MOST) + "…";
        return brief + (event.dueOn() == null ? "" : "(" + event.dueOn() + " 前办结)");
    }
}
