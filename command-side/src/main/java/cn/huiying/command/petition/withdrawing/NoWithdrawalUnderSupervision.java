package cn.huiying.command.petition.withdrawing;

import cn.huiying.shared.rule.Refused;

/** A petition under supervision can't be withdrawn (row 27). */
public final class NoWithdrawalUnderSupervision {

    private NoWithdrawalUnderSupervision() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean supervised) {
        if (supervised) {
            throw Refused.byRule(
                    "no-withdrawal-under-supervision",
                    "该留言正在督办,不能撤回。",
                    "The petition is under supervision and can not be withdrawn.");
        }
    }
}
