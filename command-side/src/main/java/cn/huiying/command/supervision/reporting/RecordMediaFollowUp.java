package cn.huiying.command.supervision.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaLeadId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells what was found when somebody went back 跟踪回访.
 */
@DossierAction(
        slug = "record-follow-up",
        chinese = "登记跟踪回访",
        roles = {Role.MEDIA, Role.SUPERVISOR, Role.BUREAU_LEADER})
public record RecordMediaFollowUp(
        @TargetAggregateIdentifier MediaLeadId leadId,
        Instant at,
        @NotNull LocalDate foundOn,
        @NotBlank @Size(max = 1000) String finding)
        implements DossierCommand {}
