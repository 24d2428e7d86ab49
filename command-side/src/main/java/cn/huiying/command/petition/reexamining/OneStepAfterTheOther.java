package cn.huiying.command.petition.reexamining;

import cn.huiying.shared.rule.Refused;

/** A re-examination, then a review, each once and while the time for it runs; after the review nothing follows (信访工作条例 Arts. 35, 36). */
public final class OneStepAfterTheOther {

    private OneStepAfterTheOther() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean outOfOrder) {
        if (outOfOrder) {
            throw Refused.byRule(
                    "one-step-after-the-other",
                    "当前不能申请:期限已过、已经申请过,或尚未取得上一级意见。",
                    "It can't be asked for now: its time is over, it was asked for before, or the earlier opinion is still to come.");
        }
    }
}
