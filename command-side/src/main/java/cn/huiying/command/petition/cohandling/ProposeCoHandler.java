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
 * Asks the bureau to add a co-handling agency, or to release one 提请协办 (row 13).
 *
 * @param agency directory code
 * @param release true where it is to be released
 */
@PetitionAction(
        slug = "propose-co-handler",
        chinese = "提请协办",
        roles = {Role.AGENCY_HANDLER, Role.AGENCY_LEADER})
public record ProposeCoHandler(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotBlank String agency,
        Boolean release,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
