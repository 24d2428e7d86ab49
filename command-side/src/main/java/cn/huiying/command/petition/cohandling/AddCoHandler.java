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
 * Lets an agency take part, as the lead agency proposed 增加协办 (row 13).
 *
 * @param agency directory code
 */
@PetitionAction(
        slug = "add-co-handler",
        chinese = "增加协办",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record AddCoHandler(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotBlank String agency,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
