package cn.huiying.command.deadlinepolicy.publishing;

import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/**
 * A policy takes effect after its publication, so that nobody's deadline was another one at the time. Before the first there
 * are no deadlines: it reaches back to the platform's launch, and imported history falls under it.
 */
public final class OnlyTheFirstPolicyReachesBack {

    private OnlyTheFirstPolicyReachesBack() {}

    /** @throws Refused where the rule is broken */
    public static void check(Policies policies, DeadlinePolicy policy, Instant at) {
        if (!policies.published().isEmpty() && !policy.effectiveFrom().isAfter(at)) {
            throw Refused.byRule(
                    "only-the-first-policy-reaches-back",
                    "时限策略须在发布之后生效,请选择晚于 " + WorkCalendar.text(at) + " 的生效时间。",
                    "A policy takes effect after its publication; choose a moment after " + WorkCalendar.text(at)
                            + ".");
        }
    }
}
