package cn.huiying.command.petition.dispatching;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sends the petition to its lead agency 交办 (row 8).
 *
 * @param agency directory code
 * @param note optional
 */
@PetitionAction(
        slug = "dispatch",
        chinese = "交办",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record DispatchPetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotBlank String agency,
        @Size(max = 500) String note)
        implements PetitionCommand {}
