package cn.huiying.command.suggestion.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.SpecialReportId;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Drafts the report anew, with what is known now 专项报告修改.
 *
 * @param themes null or empty where the platform groups
 * @param found  what is known now
 */
@DossierAction(
        slug = "revise",
        chinese = "修改专项情况报告",
        roles = {Role.INTAKE_OFFICER, Role.BUREAU_LEADER})
public record ReviseSpecialReport(
        @TargetAggregateIdentifier SpecialReportId reportId,
        Instant at,
        @NotBlank @Size(min = 2, max = 50) String title,
        @Size(max = 50) List<@Valid ThemePlan> themes,
        SuggestionsOfPeriod found)
        implements DossierCommand {}
