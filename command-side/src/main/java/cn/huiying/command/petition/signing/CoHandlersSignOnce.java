package cn.huiying.command.petition.signing;

import cn.huiying.shared.rule.Refused;

/** Once the lead has signed, only a co-handler that has not yet signed has something to sign for (row 9). */
public final class CoHandlersSignOnce {

    private CoHandlersSignOnce() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean nothingToSign) {
        if (nothingToSign) {
            throw Refused.byRule("co-handlers-sign-once", "已经签收,无须重复签收。", "It is signed for already.");
        }
    }
}
