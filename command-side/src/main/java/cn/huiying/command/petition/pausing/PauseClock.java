package cn.huiying.command.petition.pausing;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets the clock stand still 暂停计时 (row 17).
 */
@PetitionAction(
        slug = "pause-clock",
        chinese = "暂停计时",
        roles = {Role.AGENCY_LEADER, Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record PauseClock(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull PauseReason reasonCode,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
