package cn.huiying.command.petition.due;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Counts the running deadlines again by an imported or corrected calendar 时限重算.
 *
 * @param reason the notice or the correction
 */
@PetitionAction(slug = "recalculate-deadlines", chinese = "时限重算", roles = Role.SYSTEM)
public record RecalculateDeadlines(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank String reason)
        implements PetitionCommand {}
