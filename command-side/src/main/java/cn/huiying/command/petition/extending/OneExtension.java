package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;

/** An extension is asked for once in a round, whatever became of it (row 15, invariant 5). */
public final class OneExtension {

    private OneExtension() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean before) {
        if (before) {
            throw Refused.byRule(
                    "one-extension", "本轮办理已申请过延期,不能再次申请。", "An extension was asked for already; there is one at most.");
        }
    }
}
