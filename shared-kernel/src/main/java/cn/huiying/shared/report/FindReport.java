package cn.huiying.shared.report;

import java.time.LocalDate;

/**
 * The query for a report of what is known now; answered by {@link WrittenReport}.
 *
 * @param to    last day, included
 * @param topic null where it is about all petitions
 * @param today in Jieyang
 */
public record FindReport(ReportKind kind, LocalDate from, LocalDate to, ReportTopic topic, LocalDate today) {}
