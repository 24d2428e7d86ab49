package cn.huiying.command.petition.resectioning;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Moves the petition to the section it belongs in 转栏目 (domain 9.4; 上海市人民建议征集若干规定 Art. 10).
 */
@PetitionAction(
        slug = "resection",
        chinese = "转栏目",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record ResectionPetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull Section section,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
