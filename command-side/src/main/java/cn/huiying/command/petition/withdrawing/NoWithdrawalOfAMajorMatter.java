package cn.huiying.command.petition.withdrawing;

import cn.huiying.shared.rule.Refused;

/** A major matter can't be withdrawn (row 27). */
public final class NoWithdrawalOfAMajorMatter {

    private NoWithdrawalOfAMajorMatter() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean major) {
        if (major) {
            throw Refused.byRule(
                    "no-withdrawal-of-a-major-matter", "重大紧急事项不能撤回。", "A major matter can not be withdrawn.");
        }
    }
}
