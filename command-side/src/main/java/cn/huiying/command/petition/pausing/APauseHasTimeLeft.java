package cn.huiying.command.petition.pausing;

import cn.huiying.shared.rule.Refused;

/** The clock stands still no longer than the policy allows (row 17). */
public final class APauseHasTimeLeft {

    private APauseHasTimeLeft() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean used) {
        if (used) {
            throw Refused.byRule(
                    "a-pause-has-time-left", "暂停计时的天数已用完。", "The clock has stood still for as long as it may.");
        }
    }
}
