package cn.huiying.command.report.generating;

import cn.huiying.shared.report.ReportId;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.report.ReportTopic;
import cn.huiying.shared.report.WrittenReport;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keeps a report 报表生成; one that says what the last edition says is that edition.
 *
 * @param topic  null where it is about all petitions
 * @param report of what is known now
 * @param digest of its content
 */
public record GenerateReport(
        @TargetAggregateIdentifier ReportId reportId,
        Instant at,
        ReportKind kind,
        LocalDate from,
        LocalDate to,
        ReportTopic topic,
        WrittenReport report,
        String digest) {}
