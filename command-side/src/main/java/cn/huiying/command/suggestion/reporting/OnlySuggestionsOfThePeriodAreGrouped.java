package cn.huiying.command.suggestion.reporting;

import cn.huiying.shared.rule.Refused;

/** A theme takes suggestions, and themes of the platform, of the period of its report. */
public final class OnlySuggestionsOfThePeriodAreGrouped {

    private OnlySuggestionsOfThePeriodAreGrouped() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean known) {
        if (!known) {
            throw Refused.byRule(
                    "only-suggestions-of-the-period-are-grouped",
                    "分组中列有不属于该时段的建议或者主题,请核对。",
                    "A theme names a suggestion or a theme that this period does not have; check the list.");
        }
    }
}
