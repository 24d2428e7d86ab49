package cn.huiying.command.supervision.issuing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts the agency under the order 督办下发.
 *
 * @param form             null: as it was drafted; the channel likewise
 * @param jointConference  reference of its decision, where only the joint conference may decide
 * @param feedbackWorkdays null: as usual for the form
 */
@DossierAction(slug = "issue", chinese = "下发督办件")
public record IssueSupervisionOrder(
        @TargetAggregateIdentifier SupervisionOrderId orderId,
        Instant at,
        SupervisionForm form,
        SupervisionChannel channel,
        @NotBlank @Size(max = 1000) String requirement,
        @Size(min = 2, max = 100) String jointConference,
        @Min(1) @Max(60) Integer feedbackWorkdays)
        implements DossierCommand {}
