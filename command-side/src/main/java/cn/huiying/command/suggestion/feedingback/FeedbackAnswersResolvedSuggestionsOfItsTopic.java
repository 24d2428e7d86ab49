package cn.huiying.command.suggestion.feedingback;

import cn.huiying.shared.rule.Refused;

/** 集中反馈 tells outcomes, so there has to be one, and of this topic (上海市人民建议征集若干规定 Art. 12). */
public final class FeedbackAnswersResolvedSuggestionsOfItsTopic {

    private FeedbackAnswersResolvedSuggestionsOfItsTopic() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean fits) {
        if (!fits) {
            throw Refused.byRule(
                    "feedback-answers-resolved-suggestions-of-its-topic",
                    "集中反馈只能列入本专题下已办结的建议,请核对编号。",
                    "Collective feedback names suggestions on its own topic that are resolved; check the ids.");
        }
    }
}
