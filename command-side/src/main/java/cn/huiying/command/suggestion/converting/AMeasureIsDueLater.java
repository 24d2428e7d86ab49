package cn.huiying.command.suggestion.converting;

import cn.huiying.shared.rule.Refused;

/** The last day of a measure is not over when it begins. */
public final class AMeasureIsDueLater {

    private AMeasureIsDueLater() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean later) {
        if (!later) {
            throw Refused.byRule(
                    "a-measure-is-due-later",
                    "转化措施的完成期限不能早于今天。",
                    "The last day of a measure must not be before today.");
        }
    }
}
