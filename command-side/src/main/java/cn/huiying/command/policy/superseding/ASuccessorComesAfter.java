package cn.huiying.command.policy.superseding;

import cn.huiying.shared.rule.Refused;

/**
 * A successor takes effect later than the policy, or on the same day and was published later. Neither ever changes, so whoever follows
 * the successors only comes to later ones: there is no ring, however long, and none can be made by two commands at once either.
 */
public final class ASuccessorComesAfter {

    private ASuccessorComesAfter() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean after) {
        if (!after) {
            throw Refused.byRule(
                    "a-successor-comes-after",
                    "替代的政策须晚于被替代的政策施行,同日施行的须在其后发布;否则会相互替代,形成循环。",
                    "What supersedes a policy takes effect later, or on the same day and was published later; else policies would supersede each other in a ring.");
        }
    }
}
