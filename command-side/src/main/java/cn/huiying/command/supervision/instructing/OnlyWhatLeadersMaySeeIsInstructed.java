package cn.huiying.command.supervision.instructing;

import cn.huiying.shared.rule.Refused;

/** A leader sees no 检举控告 in a list (信访工作条例 Arts. 30, 46(5); invariant 2): it is refused as a petition is that is not there or
 * not accepted yet, so that nobody learns which it is. */
public final class OnlyWhatLeadersMaySeeIsInstructed {

    private OnlyWhatLeadersMaySeeIsInstructed() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean shown) {
        if (!shown) {
            throw Refused.byRule(
                    "only-what-leaders-may-see-is-instructed",
                    "所列留言中有不能批示的,请核对编号;未受理的留言尚不能批示。",
                    "One of the petitions can not be instructed about; check the ids, and wait until it is accepted.");
        }
    }
}
