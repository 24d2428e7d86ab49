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
 * Approves a redacted text of the reply and shows it to everyone 答复公开.
 *
 * @param text redacted
 */
@PetitionAction(
        slug = "publish-reply",
        chinese = "公开答复",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record PublishReply(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotBlank @Size(max = 2000) String text)
        implements PetitionCommand {}
