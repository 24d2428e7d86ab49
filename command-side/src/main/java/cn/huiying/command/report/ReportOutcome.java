package cn.huiying.command.report;

import cn.huiying.shared.report.ReportId;

/**
 * The report that was asked for.
 *
 * @param id       of the edition, as it is read
 * @param position of the log, up to which was counted
 */
record ReportOutcome(String id, int edition, long position, boolean preliminary) {

    ReportOutcome(ReportId report, int edition, long position, boolean preliminary) {
        this(report + "." + edition, edition, position, preliminary);
    }
}
