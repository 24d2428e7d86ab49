package cn.huiying.command.policy.superseding;

import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyState;
import cn.huiying.shared.rule.Refused;

/** Only a policy that was not withdrawn takes the place of another. */
public final class ASuccessorStands {

    private ASuccessorStands() {}

    /** @throws Refused where the rule is broken */
    public static void check(PolicyId by, PolicyState state) {
        if (state == PolicyState.WITHDRAWN) {
            throw Refused.byRule(
                    "a-successor-stands",
                    "政策 " + by + " 已撤回,不能替代其他政策。",
                    "Policy " + by + " was withdrawn and can't supersede another.");
        }
    }
}
