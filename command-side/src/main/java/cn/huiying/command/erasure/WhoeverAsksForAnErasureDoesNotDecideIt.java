package cn.huiying.command.erasure;

import cn.huiying.shared.rule.Refused;

/** Four eyes. */
public final class WhoeverAsksForAnErasureDoesNotDecideIt {

    private WhoeverAsksForAnErasureDoesNotDecideIt() {}

    /** @throws Refused where the rule is broken */
    public static void check(String requester, String decider) {
        if (requester.equals(decider)) {
            throw Refused.byRule(
                    "whoever-asks-for-an-erasure-does-not-decide-it",
                    "删除申请须由申请人以外的人员批准。",
                    "Somebody else than who asked for the erasure has to decide it.");
        }
    }
}
