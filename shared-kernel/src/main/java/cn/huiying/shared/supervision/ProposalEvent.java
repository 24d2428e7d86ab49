package cn.huiying.shared.supervision;

import java.time.Instant;

/** What can happen in the life of a proposal 三项建议. */
public sealed interface ProposalEvent
        permits ProposalIssued, ProposalFeedbackReceived, ProposalWithdrawn, ProposalHandedOver {

    ProposalId proposalId();

    /** When it happened. */
    Instant at();
}
