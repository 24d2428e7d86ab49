package cn.huiying.command.policy.pushing;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PushReason;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Brings a policy to an enterprise that fits 精准推送; sent by the platform. A second time changes nothing.
 *
 * @param fitted the policy's tags that the enterprise fits
 */
public record PushPolicy(
        @TargetAggregateIdentifier PolicySubscriptionId subscriptionId,
        Instant at,
        AccountId account,
        PolicyId policy,
        PushReason why,
        PolicyTags fitted) {}
