package cn.huiying.command.petition.reopening;

import cn.huiying.shared.rule.Refused;

/** A petition is reopened at most as often as the policy says, which is twice (row 24). */
public final class TheRoundsAreNotUsedUp {

    private TheRoundsAreNotUsedUp() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean used) {
        if (used) {
            throw Refused.byRule(
                    "the-rounds-are-not-used-up", "重办次数已用完。", "The petition was reopened as often as it may be.");
        }
    }
}
