package cn.huiying.command.petition.rejecting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.NotAcceptedReason;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Declines the petition 不予受理 (row 4).
 *
 * @param text names the right route
 */
@PetitionAction(
        slug = "reject",
        chinese = "不予受理",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record RejectPetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull NotAcceptedReason reasonCode,
        @NotBlank @Size(max = 500) String text)
        implements PetitionCommand {}
