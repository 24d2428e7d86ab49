package cn.huiying.command.policy.tagging;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says anew whom a policy is for 调整标签. The same tags again change nothing.
 *
 * @param tags instead of those before
 */
@DossierAction(
        slug = "tag",
        chinese = "调整标签",
        roles = {Role.BUREAU_LEADER, Role.INTAKE_OFFICER, Role.AGENCY_LEADER})
public record TagPolicy(@TargetAggregateIdentifier PolicyId policyId, Instant at, @NotNull PolicyTags tags)
        implements DossierCommand {}
