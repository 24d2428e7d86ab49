package cn.huiying.command.policy;

import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.Refused;
import java.util.Optional;

/** Reads what became of a policy, as it is committed. */
interface PolicyStages {

    Optional<PolicyStage> find(PolicyId policy);

    /** @throws Refused where a command names a policy that is not there */
    default PolicyStage require(PolicyId policy) {
        return find(policy)
                .orElseThrow(() -> Refused.byRule(
                        "policy-is-in-the-library", "没有找到政策 " + policy + "。", "There is no policy " + policy + "."));
    }
}
