package cn.huiying.command.supervision.cancelling;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the order back 督办撤销.
 */
@DossierAction(slug = "cancel", chinese = "撤销督办件")
public record CancelSupervisionOrder(
        @TargetAggregateIdentifier SupervisionOrderId orderId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
