package cn.huiying.shared.report;

/**
 * A report that is not kept yet.
 *
 * @param position    of the log, up to which was counted
 * @param preliminary whether the period is not over
 */
public record WrittenReport(long position, boolean preliminary, ReportContent content) {}
