package cn.huiying.command.supervision.answering;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks the agency to answer again 退回重报.
 *
 * @param feedbackWorkdays null: as usual for the form
 */
@DossierAction(slug = "return-feedback", chinese = "退回重报")
public record ReturnSupervisionFeedback(
        @TargetAggregateIdentifier SupervisionOrderId orderId,
        Instant at,
        @NotBlank @Size(max = 500) String reason,
        @Min(1) @Max(60) Integer feedbackWorkdays)
        implements DossierCommand {}
