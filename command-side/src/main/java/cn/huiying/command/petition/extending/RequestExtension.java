package cn.huiying.command.petition.extending;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for more time 申请延期 (row 15, Art. 34).
 *
 * @param amount how much longer, in the unit of the limit
 */
@PetitionAction(slug = "request-extension", chinese = "申请延期", roles = Role.AGENCY_LEADER)
public record RequestExtension(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull @Min(1) Integer amount,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
