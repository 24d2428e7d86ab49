package cn.huiying.command.petition.returning;

import cn.huiying.shared.rule.Refused;

/** A directly designated agency may not return the petition (row 10, Art. 24). */
public final class ADesignatedAgencyCannotReturn {

    private ADesignatedAgencyCannotReturn() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean designated) {
        if (designated) {
            throw Refused.byRule(
                    "a-designated-agency-cannot-return",
                    "直接指定的承办单位不得退回。",
                    "A designated agency may not return the petition.");
        }
    }
}
