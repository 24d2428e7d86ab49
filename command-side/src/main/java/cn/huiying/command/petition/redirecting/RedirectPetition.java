package cn.huiying.command.petition.redirecting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.RedirectTarget;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Directs the petition to another lawful route 引导法定途径 (row 5).
 */
@PetitionAction(
        slug = "redirect",
        chinese = "引导法定途径",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record RedirectPetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull RedirectTarget target,
        @NotBlank @Size(max = 500) String text)
        implements PetitionCommand {}
