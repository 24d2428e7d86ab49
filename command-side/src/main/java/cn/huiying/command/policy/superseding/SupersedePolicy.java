package cn.huiying.command.policy.superseding;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts another policy in the place of one 替代政策.
 *
 * @param by the other one
 */
@DossierAction(
        slug = "supersede",
        chinese = "替代政策",
        roles = {Role.BUREAU_LEADER, Role.INTAKE_OFFICER, Role.AGENCY_LEADER})
public record SupersedePolicy(@TargetAggregateIdentifier PolicyId policyId, Instant at, @NotNull PolicyId by)
        implements DossierCommand {}
