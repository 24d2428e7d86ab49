package cn.huiying.command.suggestion.reporting;

import cn.huiying.shared.rule.Refused;

/** A theme of a special report stands for suggestions. */
public final class AThemeHasSuggestions {

    private AThemeHasSuggestions() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean some) {
        if (!some) {
            throw Refused.byRule(
                    "a-theme-has-suggestions",
                    "分组下没有建议,请删去该分组或者归入建议。",
                    "A theme of the report has no suggestions; leave it out, or put some there.");
        }
    }
}
