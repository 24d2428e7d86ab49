package cn.huiying.query.report;

import cn.huiying.query.report.ReportFigures.Named;
import cn.huiying.query.statistics.Dimension;
import cn.huiying.query.supervision.IssuedProposals.Issued;
import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportGenerated;
import cn.huiying.shared.report.ReportId;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.report.ReportTopic;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.statistics.Tally;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Figures of a platform that is the published one in its whole: 22 193 of 23 087. */
final class SomeFigures {

    static final Tally WHOLE = Tally.of(Map.of(
            Measure.SUBMITTED, 23_400L,
            Measure.RECEIVED, 23_087L,
            Measure.RESOLVED, 22_193L,
            Measure.REDIRECTED, 310L,
            Measure.ACCUSATIONS, 3L,
            Measure.REPLIED_IN_TIME, 21_000L,
            Measure.REPLIED_LATE, 1_193L,
            Measure.UNREPLIED_OVERDUE, 7L));

    private SomeFigures() {}

    static ReportFigures of(ReportKind kind, String period, LocalDate today) {
        return of(kind, Period.parse(period), today, WHOLE);
    }

    static ReportFigures of(ReportKind kind, Period period, LocalDate today, Tally whole) {
        boolean empty = whole.counts().isEmpty();
        Named good = group("市住房和城乡建设局", Map.of(Measure.RECEIVED, 20_000L, Measure.REPLIED_IN_TIME, 20_000L));
        Named late = group(
                "惠来县葵潭镇人民政府",
                Map.of(
                        Measure.RECEIVED, 3_087L,
                        Measure.REPLIED_IN_TIME, 1_000L,
                        Measure.REPLIED_LATE, 1_193L,
                        Measure.UNREPLIED_OVERDUE, 7L,
                        Measure.ORDERS_ISSUED, 2L,
                        Measure.ACCUSATIONS, 3L));
        List<Named> agencies = empty ? List.of() : List.of(late, good);
        List<Named> groups = empty
                ? List.of()
                : List.of(
                        group("投诉", Map.of(Measure.RECEIVED, 3_087L, Measure.RESOLVED, 2_193L)),
                        group("求助", Map.of(Measure.RECEIVED, 20_000L, Measure.RESOLVED, 20_000L)));
        return new ReportFigures(
                kind,
                period,
                kind == ReportKind.TOPIC ? new ReportTopic("环保领域", null, null, List.of("环保"), null) : null,
                today,
                whole,
                empty ? null : Tally.of(Map.of(Measure.RECEIVED, 20_000L, Measure.RESOLVED, 19_000L)),
                null,
                Map.of(
                        Dimension.TYPE, groups,
                        Dimension.SECTION, groups,
                        Dimension.DOMAIN, groups,
                        Dimension.DISTRICT, groups,
                        Dimension.AGENCY, agencies),
                kind == ReportKind.DAILY
                        ? List.of()
                        : IntStream.rangeClosed(1, 12)
                                .mapToObj(month -> group(month + "月", Map.of(Measure.RECEIVED, month * 100L)))
                                .toList(),
                agencies,
                List.of(
                        new Issued(ProposalKind.IMPROVE_POLICY, ProposalState.ANSWERED, Adoption.ADOPTED),
                        new Issued(ProposalKind.IMPROVE_POLICY, ProposalState.ISSUED, null)));
    }

    private static Named group(String name, Map<Measure, Long> counts) {
        return new Named(name, Tally.of(counts));
    }

    static ReportGenerated generated(ReportKind kind, String period, LocalDate today) {
        ReportFigures figures = of(kind, period, today);
        ReportContent content = ReportWriter.write(figures);
        return new ReportGenerated(
                kind == ReportKind.TOPIC ? ReportId.ofTopic("0".repeat(32)) : ReportId.of(kind, figures.period()),
                1,
                kind,
                figures.period().from(),
                figures.period().to(),
                figures.topic(),
                !figures.period().closed(today),
                4_711,
                "0123456789abcdef".repeat(4),
                content,
                Instant.parse("2023-07-01T01:00:00Z"));
    }
}
