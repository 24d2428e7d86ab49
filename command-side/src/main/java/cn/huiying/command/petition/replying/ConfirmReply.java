package cn.huiying.command.petition.replying;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Confirms the reply for the bureau 复核通过 (row 21).
 */
@PetitionAction(
        slug = "confirm-reply",
        chinese = "复核通过",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record ConfirmReply(@TargetAggregateIdentifier PetitionId petitionId, Instant at) implements PetitionCommand {}
