package cn.huiying.command.supervision.completing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends the order that has done its work 销号.
 */
@DossierAction(slug = "complete", chinese = "销号")
public record CompleteSupervisionOrder(
        @TargetAggregateIdentifier SupervisionOrderId orderId, Instant at, @NotBlank @Size(max = 500) String result)
        implements DossierCommand {}
