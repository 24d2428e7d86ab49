package cn.huiying.command.petition.returning;

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
 * Grants or refuses a return 退单审核 (row 11).
 */
@PetitionAction(
        slug = "decide-return",
        chinese = "退单审核",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record DecideReturn(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull Boolean granted,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
