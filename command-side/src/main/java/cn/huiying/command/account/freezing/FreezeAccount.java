package cn.huiying.command.account.freezing;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stops the account from posting 冻结. */
public record FreezeAccount(@TargetAggregateIdentifier AccountId accountId, Instant at, String reason) {}
