package cn.huiying.command.petition.merging;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Merges the petition into an earlier one of the same author 并案 (row 6).
 */
@PetitionAction(
        slug = "merge",
        chinese = "并案",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record MergeAsDuplicate(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull PetitionId main,
        @NotBlank @Size(max = 500) String text)
        implements PetitionCommand {}
