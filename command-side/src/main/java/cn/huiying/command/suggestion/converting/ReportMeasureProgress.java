package cn.huiying.command.suggestion.converting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells how far the measure is 转化进展.
 * The agency's leader does, since everyone reads it at once (政府信息公开条例 Art. 17).
 */
@DossierAction(slug = "report-progress", chinese = "报告转化进展", roles = Role.AGENCY_LEADER)
public record ReportMeasureProgress(
        @TargetAggregateIdentifier MeasureId measureId,
        Instant at,
        @NotNull @Min(0) @Max(100) Integer percent,
        @NotBlank @Size(max = 1000) String text)
        implements DossierCommand {}
