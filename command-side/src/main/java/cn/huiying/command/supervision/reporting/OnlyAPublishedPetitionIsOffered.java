package cn.huiying.command.supervision.reporting;

import cn.huiying.shared.rule.Refused;

/** The media are offered what was redacted and approved for the public, and nothing else (PIPL Arts. 13(5), 25). */
public final class OnlyAPublishedPetitionIsOffered {

    private OnlyAPublishedPetitionIsOffered() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean published) {
        if (!published) {
            throw Refused.byRule(
                    "only-a-published-petition-is-offered",
                    "该留言没有现行公开稿,请先脱敏公开。",
                    "The petition is not published; redact and publish it first.");
        }
    }
}
