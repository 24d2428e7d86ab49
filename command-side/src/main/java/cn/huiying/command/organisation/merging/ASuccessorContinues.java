package cn.huiying.command.organisation.merging;

import cn.huiying.shared.rule.Refused;

/** The successor is another agency that takes petitions, and an agency is merged once (信访工作条例 Art. 24). */
public final class ASuccessorContinues {

    private ASuccessorContinues() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean itselfOrMergedAlready) {
        if (itselfOrMergedAlready) {
            throw Refused.byRule(
                    "a-successor-continues",
                    "承继单位须是另一个受理单位,且一个单位只能合并一次。",
                    "The successor must be another agency, and an agency is merged once.");
        }
    }
}
