package cn.huiying.command.petition.attaching;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keeps a picture from the public, such as one with a face or a number plate, and leaves it in the file (domain 6.1).
 */
@PetitionAction(
        slug = "hide-attachment",
        chinese = "附件转不公开",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record HideAttachment(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull AttachmentId attachmentId,
        @NotBlank @Size(max = 500) String reason)
        implements PetitionCommand {}
