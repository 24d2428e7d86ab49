package cn.huiying.command.petition.designating;

import cn.huiying.shared.rule.Refused;

/** An agency is designated only after a return or a dispute (row 12, Art. 24). */
public final class DesignatedOnlyAfterADispute {

    private DesignatedOnlyAfterADispute() {}

    /** @throws Refused where the rule is broken */
    public static void check(int returnRequests) {
        if (returnRequests == 0) {
            throw Refused.byRule(
                    "designated-only-after-a-dispute",
                    "至少有一次退单或争议后才能直接指定承办单位。",
                    "An agency can be designated only after at least one return or dispute.");
        }
    }
}
