package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;

/** Only a running limit of the final reply can be extended. */
public final class ThereIsALimitToExtend {

    private ThereIsALimitToExtend() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean none) {
        if (none) {
            throw Refused.byRule(
                    "there-is-a-limit-to-extend", "没有可以延期的办结时限。", "There is no running limit that could be extended.");
        }
    }
}
