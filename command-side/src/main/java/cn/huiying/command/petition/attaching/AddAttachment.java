package cn.huiying.command.petition.attaching;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Adds a picture 附件 (domain 5.1, 9.2), whose content is kept already.
 */
@PetitionAction(
        slug = "add-attachment",
        chinese = "上传附件",
        roles = {Role.CITIZEN, Role.ENTERPRISE},
        ownDoor = true)
public record AddAttachment(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        AttachmentId attachmentId,
        String contentType,
        Integer size,
        String sha256,
        @NotNull Boolean visibleToPublic)
        implements PetitionCommand {}
