package cn.huiying.query.supervision;

import cn.huiying.query.common.EventBatch;
import cn.huiying.shared.supervision.LeaderInstructionRecorded;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.SupervisionEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Folds the events of supervision into the lists of orders, proposals, instructions and media leads: loads what a batch touches
 * once, folds in memory, writes once.
 */
@ProcessingGroup(SupervisionOrdersProjection.NAME)
class SupervisionOrdersProjection {

    static final String NAME = "supervision-orders";

    private final EventBatch events = new EventBatch();
    private final ListedOrders orders;
    private final ListedProposals proposals;
    private final ListedInstructions instructions;
    private final ListedLeads leads;

    SupervisionOrdersProjection(
            ListedOrders orders, ListedProposals proposals, ListedInstructions instructions, ListedLeads leads) {
        this.orders = orders;
        this.proposals = proposals;
        this.instructions = instructions;
        this.leads = leads;
    }

    @EventHandler
    void on(SupervisionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.fold(unit, orders, event, version, token, e -> e.orderId().value(), ListedOrder::evolve);
    }

    @EventHandler
    void on(ProposalEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.fold(unit, proposals, event, version, token, e -> e.proposalId().value(), ListedProposal::evolve);
    }

    @EventHandler
    void on(LeaderInstructionRecorded event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.fold(
                unit,
                instructions,
                event,
                version,
                token,
                e -> e.instructionId().value(),
                (before, recorded) -> ListedInstruction.of(recorded.event()));
    }

    @EventHandler
    void on(MediaLeadEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.fold(unit, leads, event, version, token, e -> e.leadId().value(), ListedLead::evolve);
    }
}
