package cn.huiying.command.petition.extending;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Grants or refuses more time 延期审核 (row 16, Art. 34).
 *
 * @param reason what the author is told
 */
@PetitionAction(
        slug = "decide-extension",
        chinese = "延期审核",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER, Role.BUREAU_LEADER})
public record DecideExtension(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull Boolean granted,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
