package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 建议移交: the addressee was merged, its successor answers (Art. 24 ¶2).
 *
 * @param from code of the agency that was merged
 * @param to code of its successor
 */
@Revision("1")
public record ProposalHandedOver(ProposalId proposalId, String from, String to, Instant at) implements ProposalEvent {}
