package cn.huiying.command.petition.rewarding;

import cn.huiying.shared.rule.Refused;

/** Rewards 奖励 go to those whose suggestion was selected (上海市人民建议征集若干规定 Art. 16). */
public final class OnlyASelectedSuggestionIsRewarded {

    private OnlyASelectedSuggestionIsRewarded() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean selected) {
        if (!selected) {
            throw Refused.byRule(
                    "only-a-selected-suggestion-is-rewarded",
                    "该建议尚未评为优秀建议,请先评选。",
                    "This suggestion was not selected; select it first.");
        }
    }
}
