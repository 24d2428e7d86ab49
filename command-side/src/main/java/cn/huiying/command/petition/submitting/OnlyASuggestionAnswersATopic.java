package cn.huiying.command.petition.submitting;

import cn.huiying.shared.rule.Refused;

/** A topic of solicitation 征集专题 asks for suggestions, and for nothing else. */
public final class OnlyASuggestionAnswersATopic {

    private OnlyASuggestionAnswersATopic() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean suggestion) {
        if (!suggestion) {
            throw Refused.byRule(
                    "only-a-suggestion-answers-a-topic",
                    "只有建言献策可以回应征集专题,请去掉 topic 或者改投建言献策。",
                    "Only a suggestion answers a topic; leave out topic, or post it as a suggestion.");
        }
    }
}
