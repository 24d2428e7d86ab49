package cn.huiying.command.petition.returning;

import cn.huiying.shared.rule.Refused;

/** At most one return is pending (invariant 5). */
public final class OnePendingReturn {

    private OnePendingReturn() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean returnPending) {
        if (returnPending) {
            throw Refused.byRule("one-pending-return", "已有一件退单申请待审核。", "A return is already pending.");
        }
    }
}
