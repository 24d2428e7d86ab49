package cn.huiying.command.account.confirming;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Notes that a code goes to the phone; only its keyed digest is kept. */
public record IssuePhoneCode(
        @TargetAggregateIdentifier AccountId accountId, Instant at, String codeDigest, Instant expiresAt) {}
