package cn.huiying.command.petition.reexamining;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records the superior body's opinion 复查意见 (row 25, Art. 35).
 */
@PetitionAction(
        slug = "conclude-reexamination",
        chinese = "出具复查意见",
        roles = {Role.INTAKE_OFFICER, Role.BUREAU_LEADER})
public record ConcludeReexamination(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull ReviewOutcome outcome,
        @NotBlank @Size(max = 500) String text)
        implements PetitionCommand {}
