package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;

/** Only a pending extension can be decided (row 16). */
public final class AnExtensionIsPending {

    private AnExtensionIsPending() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean none) {
        if (none) {
            throw Refused.byRule("an-extension-is-pending", "没有待审核的延期申请。", "No extension is pending.");
        }
    }
}
