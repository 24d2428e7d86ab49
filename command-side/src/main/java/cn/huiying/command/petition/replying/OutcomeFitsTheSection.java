package cn.huiying.command.petition.replying;

import cn.huiying.shared.rule.Refused;

/** A suggestion is adopted or not (Art. 29); everything else is supported or not (Art. 32). */
public final class OutcomeFitsTheSection {

    private OutcomeFitsTheSection() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean suggestion, boolean suggestionOutcome) {
        if (suggestion != suggestionOutcome) {
            throw Refused.byRule(
                    "outcome-fits-the-section",
                    "建言献策的结论是采纳、部分采纳、留作参考或不予采纳;其他留言的结论是支持、部分支持、解释说明或不支持。",
                    "A suggestion ends ADOPTED, PARTLY_ADOPTED, FOR_REFERENCE or NOT_ADOPTED; any other petition SUPPORTED, PARTLY_SUPPORTED, EXPLAINED or NOT_SUPPORTED.");
        }
    }
}
