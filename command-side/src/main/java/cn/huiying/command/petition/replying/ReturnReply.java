package cn.huiying.command.petition.replying;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sends the reply back to be rewritten 退回修改 (row 19).
 */
@PetitionAction(
        slug = "return-reply",
        chinese = "退回修改",
        roles = {Role.AGENCY_LEADER, Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record ReturnReply(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
