package cn.huiying.query.suggestion;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.suggestion.SpecialReportDrafted;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SpecialReportInstructed;
import cn.huiying.shared.suggestion.SpecialReportState;
import cn.huiying.shared.suggestion.SpecialReportSubmitted;
import cn.huiying.shared.suggestion.SuggestionNumbers;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the list shows of a special report 专项情况报告.
 *
 * @param to          last day, included
 * @param submittedAt null before
 * @param version     sequence number of the last event
 */
record ListedReport(
        String id,
        String title,
        LocalDate from,
        LocalDate to,
        int revision,
        boolean preliminary,
        SuggestionNumbers numbers,
        SpecialReportState state,
        Instant draftedAt,
        Instant submittedAt,
        long version) {

    /** @param report null before the first event; an event applied already changes nothing */
    static ListedReport evolve(ListedReport report, Recorded<SpecialReportEvent> recorded) {
        if (report != null && recorded.version() <= report.version()) {
            return report;
        }
        long version = recorded.version();
        return switch (recorded.event()) {
            case SpecialReportDrafted e ->
                new ListedReport(
                        e.reportId().value(),
                        e.title(),
                        e.from(),
                        e.to(),
                        e.revision(),
                        e.preliminary(),
                        e.numbers(),
                        SpecialReportState.DRAFT,
                        e.at(),
                        null,
                        version);
            case SpecialReportSubmitted e -> report.as(SpecialReportState.SUBMITTED, e.at(), version);
            case SpecialReportInstructed e -> report.as(SpecialReportState.INSTRUCTED, report.submittedAt(), version);
        };
    }

    private ListedReport as(SpecialReportState changed, Instant submitted, long at) {
        return new ListedReport(id, title, from, to, revision, preliminary, numbers, changed, draftedAt, submitted, at);
    }
}
