package cn.huiying.command.petition.replying;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Submits the reply for review 提交答复 (row 18).
 */
@PetitionAction(slug = "submit-reply", chinese = "提交答复", roles = Role.AGENCY_HANDLER, seals = ReplySubmitted.class)
public record SubmitReply(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull ReplyOutcome outcome,
        @NotNull Sealed text,
        @NotBlank @Size(max = 500) String legalBasis,
        @NotBlank @Size(max = 500) String evidence)
        implements PetitionCommand {}
