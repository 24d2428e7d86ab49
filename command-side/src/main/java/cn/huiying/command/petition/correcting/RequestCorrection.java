package cn.huiying.command.petition.correcting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks the author to mend the petition 要求补正 (row 2).
 */
@PetitionAction(
        slug = "request-correction",
        chinese = "要求补正",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record RequestCorrection(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
