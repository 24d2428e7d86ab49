package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 建议撤回: the proposal no longer stands.
 */
@Revision("1")
public record ProposalWithdrawn(ProposalId proposalId, String agency, String reason, Instant at)
        implements ProposalEvent {}
