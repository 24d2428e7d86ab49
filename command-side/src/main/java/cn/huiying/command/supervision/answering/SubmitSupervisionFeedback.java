package cn.huiying.command.supervision.answering;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Answers the order 督办反馈.
 */
@DossierAction(
        slug = "submit-feedback",
        chinese = "反馈督办件",
        roles = {Role.AGENCY_HANDLER, Role.AGENCY_LEADER})
public record SubmitSupervisionFeedback(
        @TargetAggregateIdentifier SupervisionOrderId orderId,
        Instant at,
        @NotBlank @Size(max = 2000) String text,
        @Size(max = 500) String evidence)
        implements DossierCommand {}
