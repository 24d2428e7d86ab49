package cn.huiying.shared.report;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * 报表生成: what a period comes to was written down. The report is kept as it was written: neither later figures nor another
 * name of an agency nor other words of the platform change it.
 *
 * @param edition     counted from 1; the one before had other figures
 * @param to          last day, included
 * @param topic       null where it is about all petitions
 * @param preliminary 阶段性数据: whether the period was not over
 * @param position    of the log, up to which was counted
 * @param digest      SHA-256 of the content's JSON, as it stands in the event
 */
@Revision("1")
public record ReportGenerated(
        ReportId reportId,
        int edition,
        ReportKind kind,
        LocalDate from,
        LocalDate to,
        ReportTopic topic,
        boolean preliminary,
        long position,
        String digest,
        ReportContent content,
        Instant at) {}
