package cn.huiying.command.deadlinepolicy.retiring;

import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;

/** Petitions keep the policy they were accepted under: one that took effect ends by its successor and is never cancelled. */
public final class APolicyInForceIsReplaced {

    private APolicyInForceIsReplaced() {}

    /** @throws Refused where the rule is broken */
    public static void check(DeadlinePolicy policy, Instant at) {
        if (!policy.effectiveFrom().isAfter(at)) {
            throw Refused.byRule(
                    "a-policy-in-force-is-replaced",
                    "时限策略 " + policy.code() + " 第" + policy.version() + "版已生效,不能停用;请发布新的策略来替换。",
                    "Version " + policy.version() + " of policy " + policy.code()
                            + " has taken effect and can't be retired; publish its successor instead.");
        }
    }
}
