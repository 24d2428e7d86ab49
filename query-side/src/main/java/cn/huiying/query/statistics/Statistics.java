package cn.huiying.query.statistics;

import cn.huiying.query.common.Slugs;
import cn.huiying.query.directory.AgencyNames;
import cn.huiying.query.statistics.Cube.Axis;
import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.statistics.Period.Kind;
import cn.huiying.shared.statistics.Rate;
import cn.huiying.shared.statistics.Tally;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be asked of the cube, and how its answers are shown: every figure with all it was computed from. */
public class Statistics {

    /** The read model that every answer comes from. */
    public static final String READ_MODEL = StatisticsProjection.NAME;

    /**
     * A period as it is shown.
     *
     * @param closed   whether it is over; the figures of one that is not are preliminary
     * @param complete whether it is over and does not begin before there was anything to count
     */
    public record PeriodShown(
            String name, String text, LocalDate from, LocalDate to, boolean closed, boolean complete) {}

    /**
     * A rate with all it was computed from.
     *
     * @param percent  to two decimals; null where the denominator is zero
     * @param excluded what is in neither numerator nor denominator, by measure
     */
    public record RateShown(
            String text, @Nullable BigDecimal percent, long numerator, long denominator, Map<String, Long> excluded) {}

    /**
     * How figures differ from those of another period.
     *
     * @param counts in percent of the other's count, by measure; left out where that was zero
     * @param rates  in percentage points, by rate; left out where either has none
     */
    public record Change(Map<String, BigDecimal> counts, Map<String, BigDecimal> rates) {}

    /**
     * The figures of one group.
     *
     * @param key             value of the dimension; null for the whole, and for what has no value
     * @param counts          by measure; zeros are left out
     * @param averageWorkdays 平均办理时长 from dispatch to answer; null where nothing was resolved
     * @param averagedOver    how many petitions' time could be counted
     * @param changes         by comparison; null where none was asked for
     */
    public record Group(
            @Nullable String key,
            String name,
            Map<String, Long> counts,
            Map<String, RateShown> rates,
            @Nullable BigDecimal averageWorkdays,
            long averagedOver,
            @Nullable Map<String, Change> changes) {}

    /** The same question about another period. */
    record Compared(PeriodShown period, Group whole) {}

    /** What a period is compared with. */
    public enum Comparison {
        /** 同比. */
        YEAR_ON_YEAR,
        /** 环比. */
        PERIOD_ON_PERIOD;

        /** Of a period that is not over yet, as many days are compared as it has come to. */
        public Period of(Period period, LocalDate today) {
            Period other = this == YEAR_ON_YEAR ? period.aYearBefore() : period.before();
            LocalDate reached = other.from().plusDays(ChronoUnit.DAYS.between(period.from(), today));
            return period.closed(today) || !reached.isBefore(other.to())
                    ? other
                    : new Period(Kind.CUSTOM, other.from(), reached);
        }
    }

    /** By what groups are formed: a value, or a stretch of time of the axis that is counted by. */
    public record Grouping(Dimension dimension, Kind time) {

        private static final List<Kind> TIMES = List.of(Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.YEAR);

        static Map<String, Grouping> all() {
            Map<String, Grouping> all = new HashMap<>();
            for (Dimension dimension : Dimension.values()) {
                all.put(dimension.slug(), new Grouping(dimension, null));
            }
            for (Kind time : TIMES) {
                all.put(Slugs.of(time), new Grouping(null, time));
            }
            return all;
        }
    }

    private final Tallies cube;
    private final AgencyNames names;
    private final Map<String, String> districts;

    /** @param districts names by GB/T 2260 code */
    Statistics(Tallies cube, AgencyNames names, Map<String, String> districts) {
        this.cube = cube;
        this.names = names;
        this.districts = districts;
    }

    /** What a slice comes to. */
    Tally count(Slice slice) {
        return cube.count(slice);
    }

    /** What a slice comes to, by group, in the order of the groups' keys. */
    public SortedMap<String, Tally> tallies(Slice slice, Grouping grouping) {
        if (grouping.dimension() != null) {
            return cube.countBy(slice, grouping.dimension());
        }
        SortedMap<String, Tally> byTime = new TreeMap<>();
        cube.countByDay(slice).forEach((day, tally) -> byTime.computeIfAbsent(
                        Period.of(grouping.time(), day).name(), name -> new Tally())
                .add(tally));
        return byTime;
    }

    public String name(Grouping grouping, String key) {
        if (grouping.dimension() == null) {
            return Period.parse(key).chinese();
        }
        if (key.isEmpty()) {
            return "未确定";
        }
        return switch (grouping.dimension()) {
            case SECTION -> Section.valueOf(key).chinese();
            case BOARD -> Board.valueOf(key).chinese();
            case TYPE -> PetitionType.valueOf(key).chinese();
            case LIMIT_CLASS -> LimitClass.valueOf(key).chinese();
            case AGENCY -> names.name(key);
            case DISTRICT -> districts.getOrDefault(key, key);
            case DOMAIN -> key;
        };
    }

    public PeriodShown show(Period period, LocalDate today) {
        boolean closed = period.closed(today);
        Optional<LocalDate> first = cube.firstDay();
        boolean complete = closed && first.isPresent() && !period.from().isBefore(first.get());
        return new PeriodShown(period.name(), period.chinese(), period.from(), period.to(), closed, complete);
    }

    /** An agency's figures of a period, compared with the period before. */
    public Group ofAgency(String code, Period period, LocalDate today) {
        Slice agency = new Slice(Axis.RECEIVED, null, null, Map.of(Dimension.AGENCY, Set.of(code)));
        Period before = Comparison.PERIOD_ON_PERIOD.of(period, today);
        return show(
                code,
                names.name(code),
                cube.count(agency.during(period.from(), period.to())),
                Map.of(Comparison.PERIOD_ON_PERIOD, cube.count(agency.during(before.from(), before.to()))));
    }

    /** @param others the same group's figures in other periods, by comparison; null where none was asked for */
    static Group show(String key, String name, Tally tally, Map<Comparison, Tally> others) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            if (tally.of(measure) != 0) {
                counts.put(Slugs.of(measure), tally.of(measure));
            }
        }
        Map<String, RateShown> rates = new LinkedHashMap<>();
        for (Rate rate : Rate.values()) {
            Map<String, Long> excluded = new LinkedHashMap<>();
            rate.excluded().forEach(measure -> excluded.put(Slugs.of(measure), tally.of(measure)));
            rates.put(
                    Slugs.of(rate),
                    new RateShown(
                            rate.chinese(),
                            rate.percent(tally),
                            rate.numerator(tally),
                            rate.denominator(tally),
                            excluded));
        }
        Map<String, Change> changes = null;
        if (others != null) {
            changes = new LinkedHashMap<>();
            for (Map.Entry<Comparison, Tally> other : others.entrySet()) {
                changes.put(Slugs.of(other.getKey()), change(tally, other.getValue()));
            }
        }
        return new Group(
                key == null || key.isEmpty() ? null : key,
                name,
                counts,
                rates,
                tally.averageWorkdays(),
                tally.timed(),
                changes);
    }

    static Change change(Tally now, Tally then) {
        Map<String, BigDecimal> counts = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            long before = then.of(measure);
            if (before != 0) {
                counts.put(Slugs.of(measure), Rate.percent(now.of(measure) - before, before));
            }
        }
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        for (Rate rate : Rate.values()) {
            BigDecimal percent = rate.percent(now);
            BigDecimal before = rate.percent(then);
            if (percent != null && before != null) {
                rates.put(Slugs.of(rate), percent.subtract(before));
            }
        }
        return new Change(counts, rates);
    }
}
