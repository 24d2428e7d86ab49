package cn.huiying.shared.supervision;

import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 三项建议提出: the bureau proposes to an agency what to do better (信访工作条例 Art. 40).
 *
 * @param petitions what it comes from, beside the orders; of the two lists one may be empty
 * @param feedbackDueAt until when the agency tells in writing what it adopts (Art. 40 ¶4; 30 days by Art. 36 of the 2005 regulation);
 *     null where the deadline policy sets no limit
 */
@Revision("1")
public record ProposalIssued(
        ProposalId proposalId,
        ProposalKind kind,
        String agency,
        String title,
        String text,
        List<PetitionId> petitions,
        List<SupervisionOrderId> orders,
        Instant feedbackDueAt,
        Instant at)
        implements ProposalEvent {}
