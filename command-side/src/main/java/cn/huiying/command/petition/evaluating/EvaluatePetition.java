package cn.huiying.command.petition.evaluating;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Rates the answer 评价 (row 22), each score from 1 to 5.
 *
 * @param solved 解决程度; may be missing only for history from a board that did not ask it
 * @param manner 办理态度
 * @param speed 办理速度
 * @param comment optional
 */
@PetitionAction(
        slug = "evaluate",
        chinese = "评价",
        roles = {Role.CITIZEN, Role.ENTERPRISE},
        seals = PetitionEvaluated.class)
public record EvaluatePetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @Min(1) @Max(5) Integer solved,
        @NotNull @Min(1) @Max(5) Integer manner,
        @NotNull @Min(1) @Max(5) Integer speed,
        Sealed comment)
        implements PetitionCommand {}
