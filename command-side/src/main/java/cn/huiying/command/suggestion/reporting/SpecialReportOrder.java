package cn.huiying.command.suggestion.reporting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Which special report is drafted.
 *
 * @param to     last day, included
 * @param themes null or empty where the platform groups
 */
public record SpecialReportOrder(
        @NotBlank @Size(min = 2, max = 50) String title,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @Size(max = 50) List<@Valid ThemePlan> themes) {}
