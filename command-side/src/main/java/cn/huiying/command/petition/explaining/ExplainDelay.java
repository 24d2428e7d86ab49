package cn.huiying.command.petition.explaining;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Explains a delay 说明逾期原因: no circular is drafted then (domain 7.2).
 */
@PetitionAction(slug = "explain-delay", chinese = "说明逾期原因", roles = Role.AGENCY_LEADER)
public record ExplainDelay(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
