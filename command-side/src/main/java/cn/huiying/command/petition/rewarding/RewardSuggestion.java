package cn.huiying.command.petition.rewarding;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.RewardKind;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Rewards whoever made the selected suggestion 奖励.
 *
 * @param text such as the name of the certificate
 */
@PetitionAction(slug = "reward", chinese = "奖励", roles = Role.BUREAU_LEADER)
public record RewardSuggestion(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull RewardKind kind,
        @NotBlank @Size(max = 500) String text)
        implements PetitionCommand {}
