package cn.huiying.command.petition.challenging;

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
 * Excludes a rating from the figures or upholds it 评价申诉审核; the rating itself is never altered (row 22b).
 */
@PetitionAction(
        slug = "decide-challenge",
        chinese = "评价申诉审核",
        roles = {Role.INTAKE_OFFICER, Role.BUREAU_LEADER})
public record DecideChallenge(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull Boolean excluded,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
