package cn.huiying.command.petition.evaluating;

import cn.huiying.shared.rule.Refused;

/** All three scores are given; history from another board may lack one (domain 9.4). */
public final class RatingIsComplete {

    private RatingIsComplete() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean complete, boolean imported) {
        if (!complete && !imported) {
            throw Refused.byRule(
                    "rating-is-complete", "请给出解决程度、办理态度、办理速度三项评分。", "Give all three scores: solved, manner and speed.");
        }
    }
}
