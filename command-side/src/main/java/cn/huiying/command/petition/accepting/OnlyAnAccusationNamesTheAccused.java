package cn.huiying.command.petition.accepting;

import cn.huiying.shared.rule.Refused;

/** Only an accusation names an accused agency (Art. 30). */
public final class OnlyAnAccusationNamesTheAccused {

    private OnlyAnAccusationNamesTheAccused() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean accusation, String accusedAgency) {
        if (!accusation && accusedAgency != null) {
            throw Refused.byRule(
                    "only-an-accusation-names-the-accused",
                    "只有检举控告件可以填写被检举单位。",
                    "Only an accusation can name an accused agency.");
        }
    }
}
