package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;

/** An urgent matter is not extended (row 15). */
public final class NoExtensionOfAnUrgentMatter {

    private NoExtensionOfAnUrgentMatter() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean urgent) {
        if (urgent) {
            throw Refused.byRule("no-extension-of-an-urgent-matter", "紧急件不得延期。", "An urgent matter is not extended.");
        }
    }
}
