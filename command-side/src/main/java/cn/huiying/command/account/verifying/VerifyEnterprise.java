package cn.huiying.command.account.verifying;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Finds the enterprise's particulars right 企业认证通过. */
public record VerifyEnterprise(@TargetAggregateIdentifier AccountId accountId, Instant at) {}
