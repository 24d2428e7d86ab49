package cn.huiying.command.policy.withdrawing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says that a policy no longer stands 撤回政策. It can be read on, with the reason. */
@DossierAction(
        slug = "withdraw",
        chinese = "撤回政策",
        roles = {Role.BUREAU_LEADER, Role.INTAKE_OFFICER, Role.AGENCY_LEADER})
public record WithdrawPolicy(
        @TargetAggregateIdentifier PolicyId policyId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
