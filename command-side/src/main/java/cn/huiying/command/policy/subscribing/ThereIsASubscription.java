package cn.huiying.command.policy.subscribing;

import cn.huiying.shared.rule.Refused;

/** Only who subscribed can unsubscribe. */
public final class ThereIsASubscription {

    private ThereIsASubscription() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean subscribed) {
        if (!subscribed) {
            throw Refused.byRule("there-is-a-subscription", "您没有订阅政策。", "You have not subscribed to policies.");
        }
    }
}
