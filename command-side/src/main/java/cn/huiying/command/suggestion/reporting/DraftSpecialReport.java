package cn.huiying.command.suggestion.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.SpecialReportId;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Drafts a special report on the suggestions of a period 专项报告起草.
 *
 * @param to     last day, included
 * @param themes null or empty where the platform groups
 * @param found  what is known now
 */
@DossierAction(
        slug = "draft",
        chinese = "起草专项情况报告",
        roles = {Role.INTAKE_OFFICER, Role.BUREAU_LEADER})
public record DraftSpecialReport(
        @TargetAggregateIdentifier SpecialReportId reportId,
        Instant at,
        @NotBlank @Size(min = 2, max = 50) String title,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @Size(max = 50) List<@Valid ThemePlan> themes,
        SuggestionsOfPeriod found)
        implements DossierCommand {}
