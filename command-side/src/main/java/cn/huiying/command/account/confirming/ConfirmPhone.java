package cn.huiying.command.account.confirming;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Proves that the phone is the holder's own. */
public record ConfirmPhone(@TargetAggregateIdentifier AccountId accountId, Instant at, String codeDigest) {}
