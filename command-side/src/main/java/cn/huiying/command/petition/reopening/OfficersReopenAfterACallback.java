package cn.huiying.command.petition.reopening;

import cn.huiying.shared.rule.Refused;

/** An intake officer reopens after a call-back; a supervisor may at any time (row 24). */
public final class OfficersReopenAfterACallback {

    private OfficersReopenAfterACallback() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean withoutOne) {
        if (withoutOne) {
            throw Refused.byRule(
                    "officers-reopen-after-a-callback",
                    "受理员须在回访之后才能重办。",
                    "An intake officer reopens only after a call-back.");
        }
    }
}
