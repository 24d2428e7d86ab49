package cn.huiying.query.report;

import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.report.ReportFigures.Named;
import cn.huiying.query.statistics.Cube;
import cn.huiying.query.statistics.Cube.Axis;
import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.query.statistics.Dimension;
import cn.huiying.query.statistics.Statistics;
import cn.huiying.query.statistics.Statistics.Comparison;
import cn.huiying.query.statistics.Statistics.Grouping;
import cn.huiying.query.supervision.IssuedProposals;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.report.FindReport;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.report.ReportTopic;
import cn.huiying.shared.report.WrittenReport;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.statistics.Period.Kind;
import cn.huiying.shared.statistics.Tally;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;

/** Writes a report of everything that was in the log when asked, if that can be had in a few seconds. */
class FindReportHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Longer periods are shown by month. */
    private static final int MOST_DAYS = 62;

    /** What reports are counted from. */
    private static final List<String> READ = List.of("statistics", "supervision-orders", "agency-directory");

    private final Cube cube;
    private final Statistics statistics;
    private final IssuedProposals proposals;
    private final ReadPositions positions;

    FindReportHandler(Cube cube, Statistics statistics, IssuedProposals proposals, ReadPositions positions) {
        this.cube = cube;
        this.statistics = statistics;
        this.proposals = proposals;
        this.positions = positions;
    }

    @QueryHandler
    WrittenReport handle(FindReport query) throws InterruptedException {
        long head = positions.head();
        for (String readModel : READ) {
            positions.await(readModel, head, PATIENCE);
        }
        // Taken before the count: what is counted is at least this new.
        long position = READ.stream().mapToLong(positions::of).min().orElseThrow();
        Period period = query.kind().period() == null
                ? new Period(Kind.CUSTOM, query.from(), query.to())
                : Period.of(query.kind().period(), query.from());
        return new WrittenReport(
                position,
                !period.closed(query.today()),
                ReportWriter.write(figures(query.kind(), period, query.topic(), query.today())));
    }

    ReportFigures figures(ReportKind kind, Period period, ReportTopic topic, LocalDate today) {
        Slice slice = new Slice(Axis.RECEIVED, period.from(), period.to(), where(topic));
        Map<Dimension, List<Named>> by = new EnumMap<>(Dimension.class);
        for (Dimension dimension :
                List.of(Dimension.SECTION, Dimension.TYPE, Dimension.DOMAIN, Dimension.DISTRICT, Dimension.AGENCY)) {
            by.put(dimension, named(slice, dimension));
        }
        Map<Dimension, Set<String>> complaining = new EnumMap<>(Dimension.class);
        complaining.putAll(slice.where());
        complaining.put(Dimension.TYPE, Set.of(PetitionType.COMPLAINT.name()));
        return new ReportFigures(
                kind,
                period,
                topic,
                today,
                cube.count(slice),
                compared(slice, Comparison.PERIOD_ON_PERIOD.of(period, today)),
                compared(slice, Comparison.YEAR_ON_YEAR.of(period, today)),
                by,
                kind == ReportKind.DAILY ? List.of() : over(slice, today),
                named(new Slice(Axis.RECEIVED, period.from(), period.to(), complaining), Dimension.AGENCY),
                topic != null
                        ? List.of()
                        : proposals.issued(
                                period.from().atStartOfDay(WorkCalendar.ZONE).toInstant(),
                                period.to()
                                        .plusDays(1)
                                        .atStartOfDay(WorkCalendar.ZONE)
                                        .toInstant()));
    }

    private static Map<Dimension, Set<String>> where(ReportTopic topic) {
        Map<Dimension, Set<String>> where = new EnumMap<>(Dimension.class);
        if (topic != null) {
            where.put(Dimension.SECTION, names(topic.sections()));
            where.put(Dimension.TYPE, names(topic.types()));
            where.put(Dimension.DOMAIN, Set.copyOf(topic.domains()));
            where.put(Dimension.DISTRICT, Set.copyOf(topic.districts()));
            where.values().removeIf(Set::isEmpty);
        }
        return where;
    }

    private static Set<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    private Tally compared(Slice slice, Period other) {
        boolean whole =
                cube.firstDay().filter(first -> !other.from().isBefore(first)).isPresent();
        return whole ? cube.count(new Slice(slice.axis(), other.from(), other.to(), slice.where())) : null;
    }

    private List<Named> named(Slice slice, Dimension dimension) {
        Grouping grouping = new Grouping(dimension, null);
        List<Named> named = new ArrayList<>();
        statistics
                .tallies(slice, grouping)
                .forEach((key, tally) -> named.add(new Named(statistics.name(grouping, key), tally)));
        return named;
    }

    private List<Named> over(Slice slice, LocalDate today) {
        LocalDate last = slice.to().isAfter(today) ? today : slice.to();
        Kind kind = ChronoUnit.DAYS.between(slice.from(), slice.to()) < MOST_DAYS ? Kind.DAY : Kind.MONTH;
        SortedMap<String, Tally> tallies = statistics.tallies(slice, new Grouping(null, kind));
        List<Named> over = new ArrayList<>();
        for (Period part = Period.of(kind, slice.from());
                !part.from().isAfter(last);
                part = Period.of(kind, part.to().plusDays(1))) {
            over.add(new Named(
                    kind == Kind.DAY
                            ? part.from().getMonthValue() + "月" + part.from().getDayOfMonth() + "日"
                            : part.chinese(),
                    tallies.getOrDefault(part.name(), new Tally())));
        }
        return over;
    }
}
