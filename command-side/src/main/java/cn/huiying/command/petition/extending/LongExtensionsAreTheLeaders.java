package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;

/** An extension of more than fifteen working days is the bureau leader's to grant (row 16). */
public final class LongExtensionsAreTheLeaders {

    private LongExtensionsAreTheLeaders() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean notTheLeader) {
        if (notTheLeader) {
            throw Refused.byRule(
                    "long-extensions-are-the-leaders",
                    "超过十五个工作日的延期须由信访局领导审批。",
                    "An extension of more than 15 working days is decided by the bureau's leader.");
        }
    }
}
