package cn.huiying.command.policy.interpreting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Explains what a policy means 政策解读. */
@DossierAction(
        slug = "interpret",
        chinese = "政策解读",
        roles = {Role.BUREAU_LEADER, Role.INTAKE_OFFICER, Role.AGENCY_LEADER})
public record InterpretPolicy(
        @TargetAggregateIdentifier PolicyId policyId,
        Instant at,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10000) String text)
        implements DossierCommand {}
