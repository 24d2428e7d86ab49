package cn.huiying.query.supervision;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalFeedbackReceived;
import cn.huiying.shared.supervision.ProposalHandedOver;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import cn.huiying.shared.supervision.ProposalWithdrawn;
import cn.huiying.shared.supervision.SupervisionOrderId;
import java.time.Instant;
import java.util.List;

/**
 * What the lists show of a proposal.
 *
 * @param adoption      null before the feedback
 * @param feedbackDueAt until when the agency has to answer; null while it has not to
 * @param version       sequence number of the last event
 */
record ListedProposal(
        String id,
        ProposalKind kind,
        String agency,
        String title,
        List<String> petitions,
        List<String> orders,
        ProposalState state,
        Adoption adoption,
        Instant issuedAt,
        Instant feedbackDueAt,
        long version) {

    /** @param proposal null before the first event; an event applied already changes nothing */
    static ListedProposal evolve(ListedProposal proposal, Recorded<ProposalEvent> recorded) {
        if (proposal != null && recorded.version() <= proposal.version()) {
            return proposal;
        }
        long version = recorded.version();
        return switch (recorded.event()) {
            case ProposalIssued e ->
                new ListedProposal(
                        e.proposalId().value(),
                        e.kind(),
                        e.agency(),
                        e.title(),
                        e.petitions().stream().map(PetitionId::value).toList(),
                        e.orders().stream().map(SupervisionOrderId::value).toList(),
                        ProposalState.ISSUED,
                        null,
                        e.at(),
                        e.feedbackDueAt(),
                        version);
            case ProposalFeedbackReceived e ->
                proposal.as(proposal.agency(), ProposalState.ANSWERED, e.adoption(), null, version);
            case ProposalWithdrawn e -> proposal.as(proposal.agency(), ProposalState.WITHDRAWN, null, null, version);
            case ProposalHandedOver e -> proposal.as(e.to(), proposal.state(), null, proposal.feedbackDueAt(), version);
        };
    }

    private ListedProposal as(String answering, ProposalState changed, Adoption adopted, Instant dueAt, long at) {
        return new ListedProposal(id, kind, answering, title, petitions, orders, changed, adopted, issuedAt, dueAt, at);
    }

    /** Whether the agency should have answered. */
    boolean late(Instant now) {
        return feedbackDueAt != null && !now.isBefore(feedbackDueAt);
    }
}
