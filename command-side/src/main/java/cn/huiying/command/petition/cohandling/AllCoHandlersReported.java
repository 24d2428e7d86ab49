package cn.huiying.command.petition.cohandling;

import cn.huiying.shared.rule.Refused;

/** The reply waits for every co-handler's report (row 18). */
public final class AllCoHandlersReported {

    private AllCoHandlersReported() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean missing) {
        if (missing) {
            throw Refused.byRule(
                    "all-co-handlers-reported",
                    "仍有协办单位未反馈,请督促反馈或提请减少协办后再答复。",
                    "A co-handler has not reported yet; wait for it, or propose to release it.");
        }
    }
}
