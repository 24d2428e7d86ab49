package cn.huiying.command.petition.returning;

import cn.huiying.shared.rule.Refused;

/** Only a pending return can be decided (row 11). */
public final class AReturnIsPending {

    private AReturnIsPending() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean returnPending) {
        if (!returnPending) {
            throw Refused.byRule("a-return-is-pending", "没有待审核的退单申请。", "No return is pending.");
        }
    }
}
