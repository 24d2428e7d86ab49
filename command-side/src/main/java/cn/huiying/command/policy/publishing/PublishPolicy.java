package cn.huiying.command.policy.publishing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts a policy into the library 发布政策 (优化营商环境条例 Art. 38).
 *
 * @param agency         directory code of the agency that issued it, or null
 * @param issuer         name of an issuer that is not in the directory, or null
 * @param documentNumber 文号; may be null
 * @param tags           whom it is for; null for everybody
 * @param validUntil     the last day it is in force; null where no end is set
 */
@DossierAction(
        slug = "publish",
        chinese = "发布政策",
        roles = {Role.BUREAU_LEADER, Role.INTAKE_OFFICER, Role.AGENCY_LEADER})
public record PublishPolicy(
        @TargetAggregateIdentifier PolicyId policyId,
        Instant at,
        @NotBlank @Size(max = 200) String title,
        String agency,
        @Size(min = 2, max = 60) String issuer,
        @Size(min = 2, max = 60) String documentNumber,
        @NotBlank @Size(max = 20000) String text,
        PolicyTags tags,
        @NotNull LocalDate validFrom,
        LocalDate validUntil)
        implements DossierCommand {}
