package cn.huiying.command.petition.handingover;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Hands what a merged or abolished agency has in hand to its successor (信访工作条例 Art. 24).
 *
 * @param agency code of the agency that was merged
 */
@PetitionAction(slug = "hand-over-to-successor", chinese = "移交承继单位", roles = Role.SYSTEM)
public record HandOverToSuccessor(@TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank String agency)
        implements PetitionCommand {}
