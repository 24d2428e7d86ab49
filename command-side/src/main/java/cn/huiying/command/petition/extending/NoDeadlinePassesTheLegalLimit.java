package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;

/** No extension passes the legal outer limit: 60 + 30 days for a claim (信访工作条例 Art. 34, invariant 6). */
public final class NoDeadlinePassesTheLegalLimit {

    private NoDeadlinePassesTheLegalLimit() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean passes) {
        if (passes) {
            throw Refused.byRule(
                    "no-deadline-passes-the-legal-limit",
                    "延期后将超过法定最长办理期限,请减少延长的时间。",
                    "The extended deadline would pass the outer limit of the law; ask for less.");
        }
    }
}
