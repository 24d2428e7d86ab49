package cn.huiying.shared.policy;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;

/** What can happen to what one account hears of policies 政策订阅与推送. */
public sealed interface PolicySubscriptionEvent permits PolicySubscriptionChanged, PolicyPushed {

    PolicySubscriptionId subscriptionId();

    AccountId account();

    /** When it happened. */
    Instant at();
}
