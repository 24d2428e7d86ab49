package cn.huiying.command.petition.explaining;

import cn.huiying.shared.rule.Refused;

/** Only what is overdue needs an explanation. */
public final class OnlyADelayIsExplained {

    private OnlyADelayIsExplained() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean inTime) {
        if (inTime) {
            throw Refused.byRule(
                    "only-a-delay-is-explained",
                    "办结时限尚未逾期,无须说明。",
                    "Nothing is overdue that would need an explanation.");
        }
    }
}
