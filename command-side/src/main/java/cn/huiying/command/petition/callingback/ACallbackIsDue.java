package cn.huiying.command.petition.callingback;

import cn.huiying.shared.rule.Refused;

/** Only a dissatisfied author is called back (row 22b). */
public final class ACallbackIsDue {

    private ACallbackIsDue() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean none) {
        if (none) {
            throw Refused.byRule("a-callback-is-due", "没有待回访事项。", "No call-back is due.");
        }
    }
}
