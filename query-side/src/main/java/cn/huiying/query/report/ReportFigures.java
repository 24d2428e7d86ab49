package cn.huiying.query.report;

import cn.huiying.query.statistics.Dimension;
import cn.huiying.query.supervision.IssuedProposals.Issued;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.report.ReportTopic;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.statistics.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything that a report is written from.
 *
 * @param topic      null where it is about all petitions
 * @param today      in Jieyang
 * @param before     环比; null where there was nothing to count yet when that period began
 * @param yearBefore 同比; likewise
 * @param by         the groups of each dimension, by their keys
 * @param over       by day or month, in order and without gaps
 * @param complaints 投诉 by agency
 */
record ReportFigures(
        ReportKind kind,
        Period period,
        ReportTopic topic,
        LocalDate today,
        Tally whole,
        Tally before,
        Tally yearBefore,
        Map<Dimension, List<Named>> by,
        List<Named> over,
        List<Named> complaints,
        List<Issued> proposals) {

    /** A group, as it is called. */
    record Named(String name, Tally tally) {}
}
