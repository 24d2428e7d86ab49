package cn.huiying.command.petition.rewarding;

import cn.huiying.shared.rule.Refused;

/** What is selected as outstanding 优秀建议 was adopted, wholly or partly (信访工作条例 Art. 29; 上海市人民建议征集若干规定 Art. 16). */
public final class OnlyAnAdoptedSuggestionIsSelected {

    private OnlyAnAdoptedSuggestionIsSelected() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean adopted) {
        if (!adopted) {
            throw Refused.byRule(
                    "only-an-adopted-suggestion-is-selected",
                    "只有已采纳或者部分采纳并办结的建议可以参加评选。",
                    "Only a suggestion that was adopted, wholly or partly, and resolved can be selected.");
        }
    }
}
