package cn.huiying.command.account.freezing;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets the account post again 解冻. */
public record UnfreezeAccount(@TargetAggregateIdentifier AccountId accountId, Instant at, String reason) {}
