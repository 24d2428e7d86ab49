package cn.huiying.command.policy.subscribing;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.policy.PolicyTags;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says which policies an enterprise wants to hear of 订阅政策, instead of what it said before. The same again changes nothing.
 *
 * @param tags an empty list of them is everything
 */
public record SubscribeToPolicies(
        @TargetAggregateIdentifier PolicySubscriptionId subscriptionId,
        Instant at,
        AccountId account,
        @NotNull PolicyTags tags) {}
