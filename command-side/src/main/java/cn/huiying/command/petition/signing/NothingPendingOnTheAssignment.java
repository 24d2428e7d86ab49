package cn.huiying.command.petition.signing;

import cn.huiying.shared.rule.Refused;

/** While a return is pending, the agency waits for the bureau's decision (row 11). */
public final class NothingPendingOnTheAssignment {

    private NothingPendingOnTheAssignment() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean returnPending) {
        if (returnPending) {
            throw Refused.byRule(
                    "nothing-pending-on-the-assignment",
                    "退单申请尚待信访局审核,审核后再办理。",
                    "A return is pending; wait for the bureau's decision.");
        }
    }
}
