package cn.huiying.query.statistics;

import cn.huiying.query.common.AsOf;
import cn.huiying.query.common.KeptAnswers;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.common.Slugs;
import cn.huiying.query.statistics.Cube.Axis;
import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.query.statistics.Statistics.Compared;
import cn.huiying.query.statistics.Statistics.Comparison;
import cn.huiying.query.statistics.Statistics.Group;
import cn.huiying.query.statistics.Statistics.Grouping;
import cn.huiying.query.statistics.Statistics.PeriodShown;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.statistics.Rate;
import cn.huiying.shared.statistics.Tally;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the cube. */
@RestController
class StatisticsRestApi {

    private static final Set<Role> STEERING =
            Set.of(Role.SUPERVISOR, Role.BUREAU_LEADER, Role.CITY_LEADER, Role.INTAKE_OFFICER, Role.AUDITOR);

    private static final Map<String, Axis> AXES = Slugs.all(Axis.class);
    private static final Map<String, Grouping> GROUPINGS = Grouping.all();
    private static final Map<String, Comparison> COMPARISONS = Slugs.all(Comparison.class);

    private static final String[] FILTERS = {"section", "board", "type", "domain", "district", "agency", "limitClass"};

    /**
     * @param period   null where all time is asked about
     * @param on       the day that counts: when it was received, or when it was resolved
     * @param groups   null where none were asked for
     * @param compared by comparison; null where none was asked for
     */
    record Answer(
            @Nullable PeriodShown period,
            String on,
            Group whole,
            @Nullable List<Group> groups,
            @Nullable Map<String, Compared> compared) {}

    /** Figures of all petitions, not only of the published ones. */
    record PublicFigures(
            PublicGroup whole, Map<String, Map<String, PublicGroup>> by, long registeredUsers, long visits) {}

    /**
     * Of accusations 检举控告 nothing is told: in a small group one could tell whom they are about.
     *
     * @param resolutionRate 办结率 in percent; null where nothing was received
     * @param inHand         办理中: received, and neither resolved nor terminated
     * @param pending        待审: not received yet
     */
    record PublicGroup(
            @Nullable String name,
            long received,
            long resolved,
            @Nullable Double resolutionRate,
            long inHand,
            long pending,
            long excluded) {}

    private final Cube cube;
    private final Statistics statistics;
    private final PastStatistics past;
    private final PetitionFilters filters;
    private final Lists lists;
    private final KeptAnswers answers;
    private final InstantSource clock;

    StatisticsRestApi(
            Cube cube,
            Statistics statistics,
            PastStatistics past,
            PetitionFilters filters,
            Lists lists,
            KeptAnswers answers,
            InstantSource clock) {
        this.cube = cube;
        this.statistics = statistics;
        this.past = past;
        this.filters = filters;
        this.lists = lists;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/supervision/statistics")
    @ReadsFrom(value = StatisticsProjection.NAME, past = StatisticsHistoryProjection.NAME)
    ResponseEntity<Rendered<Answer>> statistics(Actor actor, AsOf asOf, HttpServletRequest request) {
        if (!STEERING.contains(actor.role()) && actor.role() != Role.COUNTY_OFFICER) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局、督办员、市领导和审计员可以查看统计。",
                    "Only the bureau, supervisors, city leaders and auditors see statistics.");
        }
        if (asOf != null) {
            LocalDate day = WorkCalendar.dateOf(asOf.instant());
            return answers.past(
                    asOf, past.edition(), request, () -> answer(actor, request, past.asOf(asOf.position()), day));
        }
        LocalDate today = WorkCalendar.dateOf(clock.instant());
        // Whether a period is over is part of the answer.
        return answers.own(
                actor,
                request,
                Math.addExact(cube.changedAt(), today.toEpochDay() << 40),
                () -> answer(actor, request, statistics, today));
    }

    private ResponseEntity<Rendered<Answer>> answer(
            Actor actor, HttpServletRequest request, Statistics asked, LocalDate today) {
        Parameters parameters =
                Parameters.of(request, with("period", "from", "to", "on", "by", "compare", AsOf.PARAMETER));
        Period period = Periods.read(parameters, today).orElse(null);
        Map<Dimension, Set<String>> where = where(parameters);
        if (actor.role() == Role.COUNTY_OFFICER) {
            where.put(Dimension.DISTRICT, Set.of(actor.district()));
        }
        Axis axis = parameters.oneOf("on", AXES).orElse(Axis.RECEIVED);
        Grouping grouping = parameters.oneOf("by", GROUPINGS).orElse(null);
        Set<Comparison> comparisons = parameters.anyOf("compare", COMPARISONS);
        if (!comparisons.isEmpty() && period == null) {
            throw new InvalidInput("compare", "needs-period", "同比、环比需要给出时段。", "A comparison needs a period.");
        }
        Slice slice = new Slice(axis, null, null, where);
        return ResponseEntity.ok(lists.render(answer(
                asked,
                period == null ? slice : slice.during(period.from(), period.to()),
                period,
                grouping,
                comparisons,
                today)));
    }

    private static String[] with(String... own) {
        return Stream.concat(Arrays.stream(own), Arrays.stream(FILTERS)).toArray(String[]::new);
    }

    private static Answer answer(
            Statistics asked,
            Slice slice,
            Period period,
            Grouping grouping,
            Set<Comparison> comparisons,
            LocalDate today) {
        Map<Comparison, Period> others = new EnumMap<>(Comparison.class);
        comparisons.forEach(comparison -> others.put(comparison, comparison.of(period, today)));
        Tally whole = asked.count(slice);
        Map<Comparison, Tally> wholes = new EnumMap<>(Comparison.class);
        others.forEach(
                (comparison, other) -> wholes.put(comparison, asked.count(slice.during(other.from(), other.to()))));
        Map<String, Compared> compared = null;
        if (!others.isEmpty()) {
            compared = new LinkedHashMap<>();
            for (Map.Entry<Comparison, Period> other : others.entrySet()) {
                compared.put(
                        Slugs.of(other.getKey()),
                        new Compared(
                                asked.show(other.getValue(), today),
                                Statistics.show(null, other.getValue().chinese(), wholes.get(other.getKey()), null)));
            }
        }
        return new Answer(
                period == null ? null : asked.show(period, today),
                Slugs.of(slice.axis()),
                Statistics.show(null, "全部", whole, others.isEmpty() ? null : wholes),
                grouping == null ? null : groups(asked, slice, grouping, others),
                compared);
    }

    private static List<Group> groups(
            Statistics asked, Slice slice, Grouping grouping, Map<Comparison, Period> others) {
        Map<Comparison, SortedMap<String, Tally>> before = new EnumMap<>(Comparison.class);
        // Stretches of time have no like in another period.
        if (grouping.dimension() != null) {
            others.forEach((comparison, other) ->
                    before.put(comparison, asked.tallies(slice.during(other.from(), other.to()), grouping)));
        }
        SortedMap<String, Tally> now = asked.tallies(slice, grouping);
        before.values().forEach(then -> then.keySet().forEach(key -> now.computeIfAbsent(key, k -> new Tally())));
        List<Group> groups = new ArrayList<>();
        now.forEach((key, tally) -> {
            Map<Comparison, Tally> then = new EnumMap<>(Comparison.class);
            before.forEach((comparison, tallies) -> then.put(comparison, tallies.getOrDefault(key, new Tally())));
            groups.add(Statistics.show(key, asked.name(grouping, key), tally, then.isEmpty() ? null : then));
        });
        return groups;
    }

    private Map<Dimension, Set<String>> where(Parameters parameters) {
        PetitionFilter filter = filters.read(parameters);
        Map<Dimension, Set<String>> where = new EnumMap<>(Dimension.class);
        put(where, Dimension.SECTION, names(filter.sections()));
        put(where, Dimension.TYPE, names(filter.types()));
        put(where, Dimension.DOMAIN, filter.domains());
        put(where, Dimension.DISTRICT, filter.districts());
        put(where, Dimension.AGENCY, filter.agencies());
        put(where, Dimension.BOARD, names(parameters.anyOf("board", Parameters.constants(Board.class))));
        put(
                where,
                Dimension.LIMIT_CLASS,
                names(parameters.anyOf("limitClass", Parameters.constants(LimitClass.class))));
        return where;
    }

    private static Set<String> names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    private static void put(Map<Dimension, Set<String>> where, Dimension dimension, Set<String> values) {
        if (!values.isEmpty()) {
            where.put(dimension, values);
        }
    }

    @GetMapping("/api/public/statistics")
    @ReadsFrom(value = StatisticsProjection.NAME, past = StatisticsHistoryProjection.NAME)
    ResponseEntity<Rendered<PublicFigures>> published(AsOf asOf, HttpServletRequest request) {
        return asOf == null
                ? answers.open(request, cube.changedAt(), () -> published(statistics, request))
                : answers.past(asOf, past.edition(), request, () -> published(past.asOf(asOf.position()), request));
    }

    private ResponseEntity<Rendered<PublicFigures>> published(Statistics asked, HttpServletRequest request) {
        Parameters parameters =
                Parameters.of(request, "section", "type", "domain", "district", "agency", "from", "to", AsOf.PARAMETER);
        LocalDate from = parameters.date("from").orElse(null);
        LocalDate to = parameters.date("to").orElse(null);
        Slice slice = new Slice(Axis.RECEIVED, from, to, where(parameters));
        Map<String, Map<String, PublicGroup>> by = new TreeMap<>();
        for (String name : List.of("section", "type", "domain", "district", "agency", "month")) {
            Grouping grouping = GROUPINGS.get(name);
            Map<String, PublicGroup> groups = new LinkedHashMap<>();
            asked.tallies(slice, grouping).forEach((key, tally) -> {
                if (!key.isEmpty() && tally.of(Measure.SUBMITTED) > 0) {
                    groups.put(key, shown(asked.name(grouping, key), tally));
                }
            });
            by.put(name, groups);
        }
        // Whoever registers or visits does so in no section and of no agency.
        Tally everybody = asked.count(new Slice(Axis.RECEIVED, from, to, Map.of()));
        return ResponseEntity.ok(lists.render(new PublicFigures(
                shown("全部", asked.count(slice)),
                by,
                everybody.of(Measure.USERS_REGISTERED) - everybody.of(Measure.USERS_CANCELLED),
                everybody.of(Measure.VISITS))));
    }

    private static PublicGroup shown(String name, Tally tally) {
        BigDecimal rate = Rate.RESOLUTION.percent(tally);
        return new PublicGroup(
                name,
                tally.of(Measure.RECEIVED),
                tally.of(Measure.RESOLVED),
                rate == null ? null : rate.doubleValue(),
                tally.of(Measure.IN_HAND),
                tally.of(Measure.PENDING),
                tally.sum(List.of(Measure.NOT_ACCEPTED, Measure.REDIRECTED, Measure.MERGED, Measure.WITHDRAWN)));
    }
}
