package cn.huiying.query.report;

import cn.huiying.shared.report.ReportGenerated;
import cn.huiying.shared.report.ReportKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every edition of every report, as it was written; the newest first. */
interface Reports {

    /** Where a page begins, exclusive. */
    record Place(Instant generatedAt, String id) {}

    /** How an edition is named: the report's id and its number. */
    static String id(ReportGenerated report) {
        return report.reportId() + "." + report.edition();
    }

    Optional<ReportGenerated> find(String id);

    /**
     * Some editions without their sections.
     *
     * @param kinds empty for all
     * @param from  null for the start
     */
    List<ReportGenerated> page(Set<ReportKind> kinds, Place from, boolean backwards, int limit);

    long count(Set<ReportKind> kinds);

    void save(Collection<ReportGenerated> reports);
}
