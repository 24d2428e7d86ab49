package cn.huiying.command.petition.reopening;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has the petition handled again 重办 (row 24).
 */
@PetitionAction(
        slug = "reopen",
        chinese = "重办",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER, Role.SUPERVISOR})
public record ReopenPetition(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
