package cn.huiying.command.petition.returning;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Objects that the matter is not the agency's own 申请退单 (row 10, Art. 23).
 */
@PetitionAction(slug = "request-return", chinese = "申请退单", roles = Role.AGENCY_LEADER)
public record RequestReturn(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotBlank @Size(max = 500) String reason,
        @NotBlank String suggestedAgency)
        implements PetitionCommand {}
