package cn.huiying.command.petition.challenging;

import cn.huiying.shared.rule.Refused;

/** There is a rating, and it is challenged once. */
public final class OneChallengeOfARating {

    private OneChallengeOfARating() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean impossible) {
        if (impossible) {
            throw Refused.byRule(
                    "one-challenge-of-a-rating",
                    "没有可以申诉的评价,或已申诉过。",
                    "There is no rating to challenge, or it was challenged already.");
        }
    }
}
