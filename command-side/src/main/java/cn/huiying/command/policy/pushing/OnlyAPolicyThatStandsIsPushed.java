package cn.huiying.command.policy.pushing;

import cn.huiying.shared.policy.PolicyState;
import cn.huiying.shared.rule.Refused;

/** What was withdrawn or superseded meanwhile is brought to nobody. */
public final class OnlyAPolicyThatStandsIsPushed {

    private OnlyAPolicyThatStandsIsPushed() {}

    /** @throws Refused where the rule is broken */
    public static void check(PolicyState state) {
        if (state != PolicyState.PUBLISHED) {
            throw Refused.byRule(
                    "only-a-policy-that-stands-is-pushed",
                    "该政策" + state.chinese() + ",不再推送。",
                    "The policy is " + state + " and is pushed no more.");
        }
    }
}
