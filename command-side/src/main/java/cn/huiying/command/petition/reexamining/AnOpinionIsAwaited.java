package cn.huiying.command.petition.reexamining;

import cn.huiying.shared.rule.Refused;

/** An opinion is given only where it was asked for. */
public final class AnOpinionIsAwaited {

    private AnOpinionIsAwaited() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean none) {
        if (none) {
            throw Refused.byRule("an-opinion-is-awaited", "没有待出具意见的复查、复核申请。", "No opinion is awaited.");
        }
    }
}
