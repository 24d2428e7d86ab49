package cn.huiying.command.petition.signing;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the assignment over 签收 (row 9): the lead agency the petition, a co-handler its part.
 */
@PetitionAction(slug = "sign", chinese = "签收", roles = Role.AGENCY_HANDLER, coHandlers = true)
public record SignAssignment(@TargetAggregateIdentifier PetitionId petitionId, Instant at) implements PetitionCommand {}
