package cn.huiying.command.petition.publishing;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Stops showing the petition to the public 撤下.
 */
@PetitionAction(
        slug = "take-down",
        chinese = "撤下",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record TakeDownPetition(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
