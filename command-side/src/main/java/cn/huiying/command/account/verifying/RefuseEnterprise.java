package cn.huiying.command.account.verifying;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Finds the enterprise's particulars wrong 企业认证未通过; the enterprise is told why.
 *
 * @param particularsAt of the particulars that were looked at; others have to be looked at first
 */
public record RefuseEnterprise(
        @TargetAggregateIdentifier AccountId accountId, Instant at, Instant particularsAt, String reason) {}
