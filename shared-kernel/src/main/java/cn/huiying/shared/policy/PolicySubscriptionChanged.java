package cn.huiying.shared.policy;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 政策订阅: an enterprise told which policies it wants to hear of.
 *
 * @param tags instead of those before; null where it unsubscribed
 */
@Revision("1")
public record PolicySubscriptionChanged(
        PolicySubscriptionId subscriptionId, AccountId account, PolicyTags tags, Instant at)
        implements PolicySubscriptionEvent {}
