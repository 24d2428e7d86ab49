package cn.huiying.command.petition.correcting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Notes that the author did not mend the petition in time (row 3).
 */
@PetitionAction(slug = "lapse-correction", chinese = "逾期未补正", roles = Role.SYSTEM)
public record LapseCorrection(@TargetAggregateIdentifier PetitionId petitionId, Instant at) {}
