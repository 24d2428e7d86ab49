package cn.huiying.command.petition.cohandling;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Releases a co-handling agency, as the lead agency proposed 减少协办 (row 13).
 *
 * @param agency directory code
 */
@PetitionAction(
        slug = "remove-co-handler",
        chinese = "减少协办",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record RemoveCoHandler(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotBlank String agency,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
