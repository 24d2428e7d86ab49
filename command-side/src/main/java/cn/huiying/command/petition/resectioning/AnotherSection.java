package cn.huiying.command.petition.resectioning;

import cn.huiying.shared.rule.Refused;

/** A petition moves to another section than its own. */
public final class AnotherSection {

    private AnotherSection() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean same) {
        if (same) {
            throw Refused.byRule("another-section", "留言已在该栏目。", "The petition is in this section already.");
        }
    }
}
