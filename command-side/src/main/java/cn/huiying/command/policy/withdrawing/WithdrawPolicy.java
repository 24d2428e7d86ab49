package cn.huiying.command.policy.withdrawing;

import cn.huiying.command.policy.action.PolicyAction;
import cn.huiying.shared.policy.PolicyId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says that a policy no longer stands 撤回政策. It can be read on, with the reason. */
@PolicyAction(slug = "withdraw", chinese = "撤回政策")
public record WithdrawPolicy(
        @TargetAggregateIdentifier PolicyId policyId, Instant at, @NotBlank @Size(max = 500) String reason) {}
