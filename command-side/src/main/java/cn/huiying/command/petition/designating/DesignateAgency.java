package cn.huiying.command.petition.designating;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Names the lead agency for good 指定承办 (row 12, Art. 24).
 */
@PetitionAction(slug = "designate", chinese = "指定承办", roles = Role.BUREAU_LEADER)
public record DesignateAgency(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotBlank String agency,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
