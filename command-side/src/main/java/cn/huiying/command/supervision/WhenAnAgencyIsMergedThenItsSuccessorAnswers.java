package cn.huiying.command.supervision;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.supervision.handingover.HandOverOrder;
import cn.huiying.command.supervision.handingover.HandOverProposal;
import cn.huiying.shared.organisation.AgencyMerged;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalFeedbackReceived;
import cn.huiying.shared.supervision.ProposalHandedOver;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.ProposalWithdrawn;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Orders and proposals go over to the successor as petitions do (信访工作条例 Art. 24 ¶2). */
@ProcessingGroup(SupervisionReactionsConfiguration.GROUP)
class WhenAnAgencyIsMergedThenItsSuccessorAnswers {

    private final ReactionsMemory memory;
    private final Reactions reactions;

    WhenAnAgencyIsMergedThenItsSuccessorAnswers(ReactionsMemory memory, Reactions reactions) {
        this.memory = memory;
        this.reactions = reactions;
    }

    @EventHandler
    void react(SupervisionEvent event) {
        String order = event.orderId().value();
        switch (event) {
            case SupervisionOrderDrafted e -> memory.answers(e.agency(), order);
            case SupervisionHandedOver e -> memory.answers(e.to(), order);
            case SupervisionCompleted e -> memory.nobodyAnswers(order);
            case SupervisionCancelled e -> memory.nobodyAnswers(order);
            default -> {}
        }
    }

    @EventHandler
    void react(ProposalEvent event) {
        String proposal = event.proposalId().value();
        switch (event) {
            case ProposalIssued e -> memory.answers(e.agency(), proposal);
            case ProposalHandedOver e -> memory.answers(e.to(), proposal);
            case ProposalFeedbackReceived e -> memory.nobodyAnswers(proposal);
            case ProposalWithdrawn e -> memory.nobodyAnswers(proposal);
        }
    }

    @EventHandler
    void react(AgencyMerged event, UnitOfWork<?> batch) {
        for (String id : memory.toAnswerBy(event.agencyId().code())) {
            reactions.send(
                    batch,
                    id.startsWith("PRO-")
                            ? new HandOverProposal(new ProposalId(id), event.at())
                            : new HandOverOrder(new SupervisionOrderId(id), event.at()));
        }
    }
}
