package cn.huiying.command.supervision.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaLeadId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells of a report that appeared 媒体报道; there may be several.
 */
@DossierAction(slug = "record-report", chinese = "登记报道", roles = Role.MEDIA)
public record RecordMediaReport(
        @TargetAggregateIdentifier MediaLeadId leadId,
        Instant at,
        @NotBlank @Size(max = 100) String title,
        @NotNull URI link,
        @NotNull LocalDate publishedOn)
        implements DossierCommand {}
