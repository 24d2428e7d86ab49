package cn.huiying.command.account.cancelling;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives the account up 注销. */
public record CancelAccount(@TargetAggregateIdentifier AccountId accountId, Instant at, String reason) {}
