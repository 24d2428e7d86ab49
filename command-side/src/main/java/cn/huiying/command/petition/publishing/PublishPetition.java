package cn.huiying.command.petition.publishing;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Approves a redacted text and shows it to everyone 公开; again to replace the text.
 *
 * @param title redacted
 * @param body redacted
 */
@PetitionAction(
        slug = "publish",
        chinese = "公开",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record PublishPetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotBlank @Size(min = 2, max = 30) String title,
        @NotBlank @Size(max = 1600) String body)
        implements PetitionCommand {}
