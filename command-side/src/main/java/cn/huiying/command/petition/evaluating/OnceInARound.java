package cn.huiying.command.petition.evaluating;

import cn.huiying.shared.rule.Refused;

/** Each answer is rated once (row 22, invariant 8). */
public final class OnceInARound {

    private OnceInARound() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean evaluated) {
        if (evaluated) {
            throw Refused.byRule("once-in-a-round", "本次答复已经评价,不能重复评价。", "This answer has been rated already.");
        }
    }
}
