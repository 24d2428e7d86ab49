package cn.huiying.command.petition.callingback;

import cn.huiying.shared.rule.Refused;

/** Who was reached has been asked, and the call ends in a decision (row 22b). */
public final class ACallbackIsComplete {

    private ACallbackIsComplete() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean incomplete) {
        if (incomplete) {
            throw Refused.byRule(
                    "a-callback-is-complete",
                    "联系上群众的回访须填写是否解决、差评是否合理和是否重办;未联系上的不能填写是否解决。",
                    "A call that reached the author tells whether it is solved, whether the rating is reasonable and whether it is handled again; one that did not can't tell whether it is solved.");
        }
    }
}
