package cn.huiying.command.account.verifying;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Finds the enterprise's particulars right 企业认证通过.
 *
 * @param particularsAt of the particulars that were looked at; others have to be looked at first
 */
public record VerifyEnterprise(@TargetAggregateIdentifier AccountId accountId, Instant at, Instant particularsAt) {}
