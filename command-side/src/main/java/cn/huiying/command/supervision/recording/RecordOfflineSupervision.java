package cn.huiying.command.supervision.recording;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.command.dossier.NamesDocument;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts on record what was done in person or on paper 线下督办记录.
 *
 * @param people   who took part, by office and function
 * @param document the scan, which was sent in before
 */
@DossierAction(slug = "record-offline", chinese = "登记线下督办")
public record RecordOfflineSupervision(
        @TargetAggregateIdentifier SupervisionOrderId orderId,
        Instant at,
        @NotBlank @Size(max = 200) String people,
        @NotNull Instant heldAt,
        @NotBlank @Size(max = 100) String place,
        @NotNull DocumentId document)
        implements DossierCommand, NamesDocument {}
