package cn.huiying.command.petition.challenging;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks that a rating not be counted 评价申诉.
 */
@PetitionAction(slug = "challenge-evaluation", chinese = "评价申诉", roles = Role.AGENCY_LEADER)
public record ChallengeEvaluation(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
