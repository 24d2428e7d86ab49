package cn.huiying.command.petition.withdrawing;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the petition back 撤回 (row 27).
 */
@PetitionAction(
        slug = "withdraw",
        chinese = "撤回",
        roles = {Role.CITIZEN, Role.ENTERPRISE})
public record WithdrawPetition(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
