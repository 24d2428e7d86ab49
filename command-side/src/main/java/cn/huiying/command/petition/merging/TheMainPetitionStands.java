package cn.huiying.command.petition.merging;

import cn.huiying.shared.rule.Refused;

/** A petition is merged into another one that is still open or concluded (row 6). */
public final class TheMainPetitionStands {

    private TheMainPetitionStands() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean stands) {
        if (!stands) {
            throw Refused.byRule(
                    "the-main-petition-stands",
                    "并入的主件须是另一件在办或已办结的留言。",
                    "The main petition must be another one that is open or concluded.");
        }
    }
}
