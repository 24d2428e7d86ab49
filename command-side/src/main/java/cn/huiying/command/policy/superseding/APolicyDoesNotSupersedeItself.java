package cn.huiying.command.policy.superseding;

import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.Refused;

/** What stands in the place of a policy is another one. */
public final class APolicyDoesNotSupersedeItself {

    private APolicyDoesNotSupersedeItself() {}

    /** @throws Refused where the rule is broken */
    public static void check(PolicyId policy, PolicyId by) {
        if (policy.equals(by)) {
            throw Refused.byRule(
                    "a-policy-does-not-supersede-itself",
                    "政策不能由它自己替代,请填写新政策的编号(by)。",
                    "A policy can't supersede itself; name the new policy (by).");
        }
    }
}
