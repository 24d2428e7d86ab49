package cn.huiying.command.suggestion.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.SpecialReportId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Instructs agencies about the report 报告获批示.
 *
 * @param dueOn until when it is to be done; may be null
 */
@DossierAction(slug = "instruct", chinese = "批示专项情况报告", roles = Role.CITY_LEADER)
public record InstructOnSpecialReport(
        @TargetAggregateIdentifier SpecialReportId reportId,
        Instant at,
        @NotBlank @Size(max = 1000) String text,
        @NotEmpty @Size(max = 20) List<String> agencies,
        LocalDate dueOn)
        implements DossierCommand {}
