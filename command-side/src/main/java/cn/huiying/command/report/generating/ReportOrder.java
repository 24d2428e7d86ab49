package cn.huiying.command.report.generating;

import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.report.ReportTopic;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Which report is asked for.
 *
 * @param period such as 2026-11-30, 2026-W48, 2026-11 or 2026, as the kind is; a special topic may give its first and last day instead
 * @param topic  of a special topic only
 */
public record ReportOrder(@NotNull ReportKind kind, String period, LocalDate from, LocalDate to, ReportTopic topic) {}
