package cn.huiying.command.petition.challenging;

import cn.huiying.shared.rule.Refused;

/** Only a pending challenge can be decided. */
public final class AChallengeIsPending {

    private AChallengeIsPending() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean none) {
        if (none) {
            throw Refused.byRule("a-challenge-is-pending", "没有待审核的评价申诉。", "No challenge is pending.");
        }
    }
}
