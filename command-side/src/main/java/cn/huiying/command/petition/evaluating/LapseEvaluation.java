package cn.huiying.command.petition.evaluating;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Closes the petition when the evaluation window has ended (row 23).
 */
@PetitionAction(slug = "lapse-evaluation", chinese = "逾期未评价", roles = Role.SYSTEM)
public record LapseEvaluation(@TargetAggregateIdentifier PetitionId petitionId, Instant at) {}
