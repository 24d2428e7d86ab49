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
 * Takes a picture back: nobody is shown it any more.
 */
@PetitionAction(
        slug = "remove-attachment",
        chinese = "删除附件",
        roles = {Role.CITIZEN, Role.ENTERPRISE})
public record RemoveAttachment(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotNull AttachmentId attachmentId)
        implements PetitionCommand {}
