package cn.huiying.command.suggestion.reporting;

import cn.huiying.shared.rule.Refused;

/** A representative text is a published, redacted one (个人信息保护法 Art. 25), of a suggestion in its theme. */
public final class ARepresentativeIsPublishedAndOfItsTheme {

    private ARepresentativeIsPublishedAndOfItsTheme() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean fits) {
        if (!fits) {
            throw Refused.byRule(
                    "a-representative-is-published-and-of-its-theme",
                    "代表性建议须已公开并属于该分组。",
                    "A representative suggestion is published, and belongs to its theme.");
        }
    }
}
