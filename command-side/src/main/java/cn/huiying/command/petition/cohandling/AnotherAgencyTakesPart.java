package cn.huiying.command.petition.cohandling;

import cn.huiying.shared.rule.Refused;

/** A co-handler is not the lead agency and takes part only once (row 13, invariant 3). */
public final class AnotherAgencyTakesPart {

    private AnotherAgencyTakesPart() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean takesPart) {
        if (takesPart) {
            throw Refused.byRule(
                    "another-agency-takes-part", "该单位已是主办或协办单位。", "This agency has the lead or takes part already.");
        }
    }
}
