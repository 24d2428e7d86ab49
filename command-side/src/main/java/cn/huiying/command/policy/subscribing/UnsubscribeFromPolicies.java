package cn.huiying.command.policy.subscribing;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicySubscriptionId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a subscription 退订政策. What fits a verified enterprise by its profile is pushed on. */
public record UnsubscribeFromPolicies(
        @TargetAggregateIdentifier PolicySubscriptionId subscriptionId, Instant at, AccountId account) {}
