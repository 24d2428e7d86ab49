package cn.huiying.command.suggestion.soliciting;

import cn.huiying.shared.rule.Refused;

/** The last day of a topic is not over when it opens. */
public final class ATopicClosesAfterItOpens {

    private ATopicClosesAfterItOpens() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean later) {
        if (!later) {
            throw Refused.byRule(
                    "a-topic-closes-after-it-opens",
                    "征集专题的截止日期不能早于今天。",
                    "The last day of a topic must not be before today.");
        }
    }
}
