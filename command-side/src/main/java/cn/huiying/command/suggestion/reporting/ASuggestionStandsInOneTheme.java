package cn.huiying.command.suggestion.reporting;

import cn.huiying.shared.rule.Refused;

/** What a special report counts, it counts once. */
public final class ASuggestionStandsInOneTheme {

    private ASuggestionStandsInOneTheme() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean once) {
        if (!once) {
            throw Refused.byRule(
                    "a-suggestion-stands-in-one-theme",
                    "同一建议或者主题只能归入一个分组。",
                    "A suggestion, or a theme of the platform, belongs to one theme of the report.");
        }
    }
}
