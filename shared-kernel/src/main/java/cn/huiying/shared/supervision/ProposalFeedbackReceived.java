package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 建议采纳反馈: the agency tells in writing what it adopts (Art. 40 ¶4).
 *
 * @param text what it did or will do
 * @param reasons why not, or not wholly; null where it adopts the proposal
 * @param document the scanned letter; may be null
 */
@Revision("1")
public record ProposalFeedbackReceived(
        ProposalId proposalId,
        String agency,
        Adoption adoption,
        String text,
        String reasons,
        DocumentId document,
        Instant at)
        implements ProposalEvent {}
