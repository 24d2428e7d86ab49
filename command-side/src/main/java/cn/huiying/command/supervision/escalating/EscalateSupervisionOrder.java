package cn.huiying.command.supervision.escalating;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Goes on in a stricter form 督办升级.
 *
 * @param channel          null: as before
 * @param jointConference  reference of its decision, where only the joint conference may decide
 * @param feedbackWorkdays null: as usual for the form
 */
@DossierAction(slug = "escalate", chinese = "升级督办件")
public record EscalateSupervisionOrder(
        @TargetAggregateIdentifier SupervisionOrderId orderId,
        Instant at,
        @NotNull SupervisionForm form,
        SupervisionChannel channel,
        @NotBlank @Size(max = 500) String reason,
        @Size(min = 2, max = 100) String jointConference,
        @Min(1) @Max(60) Integer feedbackWorkdays)
        implements DossierCommand {}
