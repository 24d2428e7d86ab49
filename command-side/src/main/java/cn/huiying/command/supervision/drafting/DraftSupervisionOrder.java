package cn.huiying.command.supervision.drafting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionTrigger;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Proposes to supervise an agency 督办拟办; the platform proposes too, and drafting the same order again changes nothing.
 *
 * @param petitions null or empty where it is about a hot issue as such
 */
@DossierAction(
        slug = "draft",
        chinese = "拟办督办件",
        roles = {Role.SUPERVISOR, Role.BUREAU_LEADER, Role.SYSTEM})
public record DraftSupervisionOrder(
        @TargetAggregateIdentifier SupervisionOrderId orderId,
        Instant at,
        @NotNull SupervisionForm form,
        @NotNull SupervisionChannel channel,
        @NotNull SupervisionTrigger trigger,
        @NotBlank String agency,
        @Size(max = 50) List<PetitionId> petitions,
        @NotBlank @Size(max = 500) String matter)
        implements DossierCommand {}
