package cn.huiying.command.petition.replying;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes the reply the agency's own 审核通过 (row 20).
 */
@PetitionAction(slug = "approve-reply", chinese = "审核通过", roles = Role.AGENCY_LEADER)
public record ApproveReply(@TargetAggregateIdentifier PetitionId petitionId, Instant at) implements PetitionCommand {}
