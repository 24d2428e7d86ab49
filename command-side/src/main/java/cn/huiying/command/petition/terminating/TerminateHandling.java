package cn.huiying.command.petition.terminating;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends the handling without an answer 终止办理 (row 26).
 *
 * @param text what the author is told
 */
@PetitionAction(
        slug = "terminate",
        chinese = "终止办理",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record TerminateHandling(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull TerminationReason reasonCode,
        @NotBlank @Size(max = 500) String text)
        implements PetitionCommand {}
