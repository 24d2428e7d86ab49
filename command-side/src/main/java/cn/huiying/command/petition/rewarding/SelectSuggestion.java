package cn.huiying.command.petition.rewarding;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Selects the suggestion as an outstanding one 评选优秀建议.
 */
@PetitionAction(slug = "select", chinese = "评选优秀建议", roles = Role.BUREAU_LEADER)
public record SelectSuggestion(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
