package cn.huiying.command.suggestion.reporting;

import cn.huiying.shared.rule.Refused;

/** A special report tells of suggestions, so there have to be some in its period. */
public final class AReportIsAboutSuggestions {

    private AReportIsAboutSuggestions() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean some) {
        if (!some) {
            throw Refused.byRule(
                    "a-report-is-about-suggestions",
                    "该时段没有已受理的建议,不能起草专项情况报告。",
                    "No suggestion of this period was accepted; there is nothing to report on.");
        }
    }
}
