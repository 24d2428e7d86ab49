package cn.huiying.command.petition.rewarding;

import cn.huiying.shared.rule.Refused;

/** A suggestion is selected as outstanding 优秀建议 once. */
public final class ASuggestionIsSelectedOnce {

    private ASuggestionIsSelectedOnce() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean first) {
        if (!first) {
            throw Refused.byRule(
                    "a-suggestion-is-selected-once", "该建议已被评为优秀建议。", "This suggestion was selected already.");
        }
    }
}
