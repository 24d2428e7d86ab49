package cn.huiying.command.petition.submitting;

import cn.huiying.shared.rule.Refused;

/** A topic of solicitation 征集专题 takes suggestions from its opening to its close. */
public final class ATopicIsAnsweredWhileItIsOpen {

    private ATopicIsAnsweredWhileItIsOpen() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean open) {
        if (!open) {
            throw Refused.byRule(
                    "a-topic-is-answered-while-it-is-open",
                    "该征集专题已结束,可以不选专题直接提出建议。",
                    "This topic is closed; the suggestion can be made without a topic.");
        }
    }
}
