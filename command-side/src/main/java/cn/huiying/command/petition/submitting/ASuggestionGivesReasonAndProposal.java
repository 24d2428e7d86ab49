package cn.huiying.command.petition.submitting;

import cn.huiying.shared.rule.Refused;

/**
 * A suggestion posted here is advice: a theme (its title), a reason and a proposal, and nothing else has these (上海市人民建议征集若干规定
 * Art. 10). History from elsewhere was posted under other forms and has a body.
 */
public final class ASuggestionGivesReasonAndProposal {

    private ASuggestionGivesReasonAndProposal() {}

    /** @throws Refused where the rule is broken */
    public static void check(
            boolean suggestion, boolean advice, boolean hasReason, boolean hasProposal, boolean hasOtherTexts) {
        if (suggestion ? !advice || !hasReason || !hasProposal || hasOtherTexts : hasReason || hasProposal) {
            throw Refused.byRule(
                    "a-suggestion-gives-reason-and-proposal",
                    "建言献策的类别须为建言(ADVICE),填写理由(reason)和建议(proposal),不填正文;其他栏目不填这两项。",
                    "A suggestion is of type ADVICE and has a reason and a proposal instead of a body; nothing else has these.");
        }
    }
}
