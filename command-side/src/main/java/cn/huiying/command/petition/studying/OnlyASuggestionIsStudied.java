package cn.huiying.command.petition.studying;

import cn.huiying.shared.rule.Refused;

/** 研究论证 is of suggestions (上海市人民建议征集若干规定 Art. 11). */
public final class OnlyASuggestionIsStudied {

    private OnlyASuggestionIsStudied() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean suggestion) {
        if (!suggestion) {
            throw Refused.byRule("only-a-suggestion-is-studied", "只有建言献策需要研究论证。", "Only a suggestion is studied.");
        }
    }
}
