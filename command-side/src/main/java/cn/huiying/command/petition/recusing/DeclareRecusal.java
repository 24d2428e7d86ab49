package cn.huiying.command.petition.recusing;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Declares a direct interest in the matter, and from then on stays away from it 回避 (信访工作条例 Art. 28).
 */
@PetitionAction(
        slug = "declare-recusal",
        chinese = "回避",
        roles = {Role.AGENCY_HANDLER, Role.AGENCY_LEADER, Role.INTAKE_OFFICER, Role.COUNTY_OFFICER},
        coHandlers = true)
public record DeclareRecusal(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
