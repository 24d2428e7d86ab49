package cn.huiying.command.petition.publishing;

import cn.huiying.shared.rule.Refused;

/** An accusation is never shown to the public (Art. 30 ¶3, invariant 2). */
public final class AnAccusationIsNeverPublished {

    private AnAccusationIsNeverPublished() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean accusation) {
        if (accusation) {
            throw Refused.byRule("an-accusation-is-never-published", "检举控告件不得公开。", "An accusation is never published.");
        }
    }
}
