package cn.huiying.command.suggestion.converting;

import cn.huiying.shared.rule.Refused;

/** What is converted was adopted, wholly or partly, and its answer stands (信访工作条例 Art. 29; 上海市人民建议征集若干规定 Art. 13). */
public final class OnlyAnAdoptedSuggestionIsConverted {

    private OnlyAnAdoptedSuggestionIsConverted() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean adopted) {
        if (!adopted) {
            throw Refused.byRule(
                    "only-an-adopted-suggestion-is-converted",
                    "只有已采纳或者部分采纳并办结的建议可以转化,请核对所列建议。",
                    "Only suggestions that were adopted, wholly or partly, and resolved are converted; check the list.");
        }
    }
}
