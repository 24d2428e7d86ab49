package cn.huiying.command.supervision.instructing;

import cn.huiying.shared.rule.Refused;

/** An instruction is about petitions, or about a topic in words. */
public final class AnInstructionHasItsMatter {

    private AnInstructionHasItsMatter() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean matter) {
        if (!matter) {
            throw Refused.byRule(
                    "an-instruction-has-its-matter",
                    "请列明批示所涉留言(petitions)或者主题(topic)。",
                    "Name the petitions or the topic that the instruction is about.");
        }
    }
}
