package cn.huiying.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.common.LuceneReadModel;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.statistics.Cube.Axis;
import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Rate;
import cn.huiying.shared.statistics.Tally;
import cn.huiying.shared.time.Duty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cube against a recount of each petition's events by other means than a fold. */
class LuceneCubeTest {

    private static final Slice ALL = new Slice(Axis.RECEIVED, null, null, Map.of());

    @TempDir
    Path folder;

    private static void write(Cube cube, List<Recorded<PetitionEvent>> log, int batch) {
        for (int from = 0; from < log.size(); from += batch) {
            List<Recorded<PetitionEvent>> part = log.subList(from, Math.min(log.size(), from + batch));
            Map<String, Fact> before = cube.load(
                    part.stream().map(r -> r.event().petitionId().value()).collect(Collectors.toSet()));
            Map<String, Fact> after = new HashMap<>(before);
            for (Recorded<PetitionEvent> recorded : part) {
                after.compute(
                        recorded.event().petitionId().value(),
                        (id, fact) -> PetitionFact.evolve((PetitionFact) fact, recorded, Lives.RULES.calendar()));
            }
            cube.save(after.values(), part.getLast().position(), true);
        }
    }

    private static Map<String, Recount> recount(List<Recorded<PetitionEvent>> log) {
        Map<String, List<PetitionEvent>> lives = new TreeMap<>();
        for (Recorded<PetitionEvent> recorded : log) {
            lives.computeIfAbsent(recorded.event().petitionId().value(), id -> new ArrayList<>())
                    .add(recorded.event());
        }
        Map<String, Recount> recounts = new TreeMap<>();
        lives.forEach((id, life) -> recounts.put(id, new Recount(life)));
        return recounts;
    }

    private static Tally sum(Map<String, Recount> recounts, Predicate<Recount> which) {
        Tally sum = new Tally();
        recounts.values().stream().filter(which).forEach(recount -> recount.addTo(sum));
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"1, 60, 1", "2, 400, 37", "3, 400, 400", "4, 900, 5000", "5, 400, 64"})
    void the_cube_equals_a_recount_of_the_log(long seed, int petitions, int batch) throws IOException {
        List<Recorded<PetitionEvent>> whole = Lives.log(petitions, new Random(seed));
        // Somewhere in the middle of what happens, too.
        List<Recorded<PetitionEvent>> log = seed % 2 == 0 ? whole.subList(0, whole.size() / 2) : whole;
        Map<String, Recount> recounts = recount(log);
        try (LuceneCube cube = new LuceneCube(folder)) {
            write(cube, log, batch);
            Tally expected = sum(recounts, r -> true);
            assertThat(cube.count(ALL)).isEqualTo(expected);
            assertThat(expected.of(Measure.RECEIVED)).isPositive();
            for (Dimension dimension : Dimension.values()) {
                Map<String, Tally> byValue = new TreeMap<>();
                recounts.values().forEach(r -> r.addTo(byValue.computeIfAbsent(r.value(dimension), v -> new Tally())));
                assertThat(cube.countBy(ALL, dimension)).as(dimension.name()).isEqualTo(byValue);
            }
            for (Axis axis : Axis.values()) {
                Map<LocalDate, Tally> byDay = new TreeMap<>();
                recounts.values().stream()
                        .filter(r -> r.day(axis) != null)
                        .forEach(r -> r.addTo(byDay.computeIfAbsent(r.day(axis), d -> new Tally())));
                Slice slice = new Slice(axis, null, null, Map.of());
                assertThat(cube.countByDay(slice)).isEqualTo(byDay);
                assertThat(cube.count(slice)).isEqualTo(sum(recounts, r -> r.day(axis) != null));
            }
            LocalDate from = LocalDate.of(2023, 3, 6);
            LocalDate to = LocalDate.of(2023, 3, 13);
            Slice narrow = new Slice(
                    Axis.RESOLVED,
                    from,
                    to,
                    Map.of(Dimension.AGENCY, Set.of(Lives.AGENCY), Dimension.DISTRICT, Set.of("445200", "445224")));
            assertThat(cube.count(narrow))
                    .isEqualTo(sum(
                            recounts,
                            r -> r.value(Dimension.AGENCY).equals(Lives.AGENCY)
                                    && r.day(Axis.RESOLVED) != null
                                    && !r.day(Axis.RESOLVED).isBefore(from)
                                    && !r.day(Axis.RESOLVED).isAfter(to)));
        }
    }

    @Test
    void whatever_the_batches_the_digest_is_the_same() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(150, new Random(18));
        List<String> digests = new ArrayList<>();
        for (int batch : new int[] {3, 64, 5_000}) {
            try (LuceneCube cube = new LuceneCube(folder.resolve("batch" + batch))) {
                write(cube, log, batch);
                digests.add(new LuceneReadModel<>(StatisticsProjection.NAME, cube.documents(), facts -> null)
                        .content()
                        .get()
                        .toString());
            }
        }
        assertThat(digests.stream().distinct()).hasSize(1);
    }

    @Test
    void a_batch_delivered_twice_and_an_index_opened_again_count_the_same() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(150, new Random(8));
        Tally once;
        try (LuceneCube cube = new LuceneCube(folder)) {
            cube.tokens().initializeTokenSegments(StatisticsProjection.NAME, 1, null);
            write(cube, log, 100);
            once = cube.count(ALL);
            write(cube, log.subList(log.size() / 2, log.size()), 40);
            assertThat(cube.count(ALL)).isEqualTo(once);
        }
        try (LuceneCube cube = new LuceneCube(folder)) {
            assertThat(cube.count(ALL)).isEqualTo(once);
        }
    }

    @Test
    void a_terminated_petition_is_received_and_not_resolved_also_when_it_is_archived() throws IOException {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new HandlingTerminated(life.id(), TerminationReason.NO_COOPERATION, "多次联系未果。", life.now()));
        life.happens(new PetitionArchived(life.id(), life.now()));
        try (LuceneCube cube = new LuceneCube(folder)) {
            write(cube, life.recorded(), 100);
            Tally tally = cube.count(ALL);
            assertThat(tally.of(Measure.RECEIVED)).isEqualTo(1);
            assertThat(tally.of(Measure.TERMINATED)).isEqualTo(1);
            assertThat(tally.of(Measure.RESOLVED)).isZero();
        }
    }

    @Test
    void an_accusation_stands_in_no_rate() throws IOException {
        Life life = Life.posted(1, Lives.START);
        life.happens(new PetitionAccepted(
                life.id(),
                PetitionType.COMPLAINT,
                "政务",
                PetitionClass.ACCUSATION,
                LimitClass.C15,
                Urgency.NORMAL,
                Lives.OTHER_AGENCY,
                life.now()));
        life.happens(
                new PetitionDispatched(life.id(), Lives.AGENCY, null, life.now().plusSeconds(86_400), life.now()));
        life.happens(new AssignmentSigned(life.id(), Lives.AGENCY, life.now()));
        life.answered();
        try (LuceneCube cube = new LuceneCube(folder)) {
            write(cube, life.recorded(), 100);
            Tally tally = cube.count(ALL);
            assertThat(tally.of(Measure.ACCUSATIONS)).isEqualTo(1);
            assertThat(tally.timed()).as("nor in a mean").isZero();
            for (Rate rate : Rate.values()) {
                assertThat(rate.percent(tally)).as(rate.name()).isNull();
                assertThat(rate.excluded()).contains(Measure.ACCUSATIONS);
            }
        }
    }

    @Test
    void a_new_lead_agency_does_not_answer_for_the_former_one() throws IOException {
        Life life = Life.inHand(1, Lives.START).after(Duration.ofDays(60));
        life.happens(new ReturnRequested(life.id(), Lives.AGENCY, "不属于我单位", Lives.OTHER_AGENCY, life.now()));
        try (LuceneCube cube = new LuceneCube(folder)) {
            write(cube, life.recorded(), 100);
            assertThat(cube.countBy(ALL, Dimension.AGENCY).get(Lives.AGENCY).of(Measure.UNREPLIED_OVERDUE))
                    .isEqualTo(1);
            life.happens(new ReturnGranted(life.id(), Lives.AGENCY, "同意", life.now()));
            life.happens(new PetitionDispatched(
                    life.id(), Lives.OTHER_AGENCY, null, life.now().plusSeconds(86_400), life.now()));
            write(cube, life.recorded(), 100);
            Tally other = cube.countBy(ALL, Dimension.AGENCY).get(Lives.OTHER_AGENCY);
            assertThat(other.of(Measure.UNREPLIED)).isEqualTo(1);
            assertThat(other.of(Measure.UNREPLIED_OVERDUE)).isZero();
            assertThat(cube.countBy(ALL, Dimension.AGENCY)).doesNotContainKey(Lives.AGENCY);
        }
    }

    @Test
    void the_successor_of_a_merged_agency_does_not_answer_for_it_either() throws IOException {
        Life life = Life.inHand(1, Lives.START).after(Duration.ofDays(60));
        life.happens(new LeadChanged(life.id(), Lives.AGENCY, Lives.OTHER_AGENCY, "机构改革", life.now()));
        try (LuceneCube cube = new LuceneCube(folder)) {
            write(cube, life.recorded(), 100);
            Tally successor = cube.countBy(ALL, Dimension.AGENCY).get(Lives.OTHER_AGENCY);
            assertThat(successor.of(Measure.UNREPLIED)).isEqualTo(1);
            assertThat(successor.of(Measure.CONTACT_MISSED)).isZero();
        }
    }

    @Test
    void a_petition_that_is_handled_again_is_not_overdue_before_its_new_limit_and_stays_late() throws IOException {
        Life life = Life.inHand(1, Lives.START).after(Duration.ofDays(60)).answered();
        life.happens(new EvaluationLapsed(life.id(), life.now(), life.now()));
        life.happens(new PetitionReopened(life.id(), 1, "问题未解决", life.now()));
        try (LuceneCube cube = new LuceneCube(folder)) {
            write(cube, life.recorded(), 100);
            assertThat(cube.count(ALL).of(Measure.UNREPLIED)).isEqualTo(1);
            assertThat(cube.count(ALL).of(Measure.EVALUATION_LAPSED)).isZero();
            life.answered();
            write(cube, life.recorded(), 100);
            assertThat(cube.count(ALL).of(Measure.REPLIED_LATE)).isEqualTo(1);
        }
    }

    @Test
    void the_time_it_took_is_counted_in_working_days_from_the_dispatch() throws IOException {
        // 2023-06-21 Wed; 22–24 June are off, 25 June is worked.
        Life life = Life.inHand(1, Instant.parse("2023-06-21T01:00:00Z"))
                .after(Duration.ofDays(7))
                .answered();
        try (LuceneCube cube = new LuceneCube(folder)) {
            write(cube, life.recorded(), 100);
            assertThat(cube.count(ALL).averageWorkdays()).isEqualByComparingTo("4");
        }
    }

    /** One petition, looked at from its end; nothing here is shared with the fold. */
    private static final class Recount {

        private final List<PetitionEvent> life;

        Recount(List<PetitionEvent> life) {
            this.life = life;
        }

        private <E> Optional<E> last(Class<E> type) {
            return life.stream().filter(type::isInstance).map(type::cast).reduce((a, b) -> b);
        }

        private boolean has(Class<?> type) {
            return last(type).isPresent();
        }

        /** Of those that end or go on, the one that happened last. */
        private Class<?> latest(Class<?>... types) {
            Class<?> latest = null;
            for (PetitionEvent event : life) {
                for (Class<?> type : types) {
                    if (type.isInstance(event)) {
                        latest = type;
                    }
                }
            }
            return latest;
        }

        private LocalDate date(Instant at) {
            return at.atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
        }

        boolean resolved() {
            return latest(PetitionResolved.class, PetitionReopened.class) == PetitionResolved.class;
        }

        String agency() {
            Object latest = null;
            for (PetitionEvent event : life) {
                if (event instanceof PetitionDispatched || event instanceof ReturnGranted) {
                    latest = event;
                }
            }
            return latest instanceof PetitionDispatched dispatched ? dispatched.agency() : "";
        }

        LocalDate day(Axis axis) {
            return axis == Axis.RECEIVED
                    ? date(life.getFirst().at())
                    : resolved()
                            ? date(last(PetitionResolved.class).orElseThrow().at())
                            : null;
        }

        String value(Dimension dimension) {
            PetitionSubmitted submitted = (PetitionSubmitted) life.getFirst();
            Optional<PetitionAccepted> accepted = last(PetitionAccepted.class);
            return switch (dimension) {
                case SECTION -> submitted.section().name();
                case BOARD -> submitted.board().name();
                case TYPE ->
                    accepted.map(PetitionAccepted::type)
                            .orElse(submitted.type())
                            .name();
                case DOMAIN -> accepted.map(PetitionAccepted::domain).orElse(submitted.domain());
                case DISTRICT -> submitted.district();
                case AGENCY -> agency();
                case LIMIT_CLASS -> accepted.map(e -> e.limitClass().name()).orElse("");
            };
        }

        private Optional<Boolean> duty(Predicate<Duty> which) {
            Boolean met = null;
            boolean missed = false;
            for (PetitionEvent event : life) {
                if (event instanceof DeadlineMet e && which.test(Duty.of(e.code()))) {
                    met = true;
                }
                if (event instanceof DeadlineMissed e && which.test(Duty.of(e.code()))) {
                    missed = true;
                }
            }
            return missed ? Optional.of(false) : Optional.ofNullable(met);
        }

        /** Since its last agency got it. */
        private Recount sinceDispatch() {
            return since(PetitionDispatched.class);
        }

        /** Since something happened last; the whole where it did not. */
        private Recount since(Class<?> type) {
            int from = 0;
            for (int i = 0; i < life.size(); i++) {
                if (type.isInstance(life.get(i))) {
                    from = i;
                }
            }
            return new Recount(life.subList(from, life.size()));
        }

        void addTo(Tally tally) {
            Set<Measure> measures = EnumSet.of(Measure.SUBMITTED);
            Optional<Boolean> dispatched = duty(duty -> duty == Duty.ACCEPT_AND_DISPATCH);
            if (has(PetitionWithdrawn.class)) {
                measures.add(Measure.WITHDRAWN);
            } else if (!has(PetitionAccepted.class)) {
                measures.add(Measure.PENDING);
                if (dispatched.equals(Optional.of(false))) {
                    measures.add(Measure.ACCEPTANCE_OVERDUE);
                }
            } else {
                measures.add(Measure.RECEIVED);
                boolean terminated = has(HandlingTerminated.class);
                boolean late = sinceDispatch().duty(Duty::concludes).equals(Optional.of(false));
                measures.add(terminated ? Measure.TERMINATED : resolved() ? Measure.RESOLVED : Measure.IN_HAND);
                dispatched.ifPresent(in -> measures.add(
                        in
                                ? Measure.ACCEPTED_IN_TIME
                                : has(PetitionDispatched.class) ? Measure.ACCEPTED_LATE : Measure.ACCEPTANCE_OVERDUE));
                if (has(PetitionDispatched.class)) {
                    sinceDispatch()
                            .duty(duty -> duty == Duty.FIRST_CONTACT)
                            .ifPresent(in -> measures.add(in ? Measure.CONTACTED_IN_TIME : Measure.CONTACT_MISSED));
                }
                if (resolved()) {
                    measures.add(late ? Measure.REPLIED_LATE : Measure.REPLIED_IN_TIME);
                    if (!has(PetitionReopened.class)) {
                        measures.add(Measure.RESOLVED_AT_ONCE);
                    }
                } else if (!terminated) {
                    boolean overdue = sinceDispatch()
                            .since(PetitionReopened.class)
                            .duty(Duty::concludes)
                            .equals(Optional.of(false));
                    measures.add(overdue ? Measure.UNREPLIED_OVERDUE : Measure.UNREPLIED);
                }
                last(PetitionEvaluated.class).ifPresent(rating -> {
                    measures.add(Measure.EVALUATED);
                    boolean excluded =
                            latest(PetitionEvaluated.class, EvaluationExcluded.class) == EvaluationExcluded.class;
                    measures.add(
                            excluded
                                    ? Measure.RATINGS_EXCLUDED
                                    : Measure.valueOf(rating.band().name()));
                });
                if (has(EvaluationLapsed.class) && !has(PetitionEvaluated.class)) {
                    measures.add(Measure.EVALUATION_LAPSED);
                }
                last(CallbackRecorded.class)
                        .ifPresent(call ->
                                measures.add(call.solved() ? Measure.CALLBACK_SOLVED : Measure.CALLBACK_UNSOLVED));
                if (has(PetitionReopened.class)) {
                    measures.add(Measure.REOPENED);
                }
                if (has(ExtensionGranted.class)) {
                    measures.add(Measure.EXTENDED);
                }
            }
            long bits = 0;
            for (Measure measure : measures) {
                bits |= 1L << measure.ordinal();
            }
            tally.add(bits, 1);
            if (resolved()) {
                LocalDate day =
                        date(last(PetitionDispatched.class).orElseThrow().at());
                int workdays = 0;
                while (day.isBefore(day(Axis.RESOLVED))) {
                    day = day.plusDays(1);
                    workdays += Lives.RULES.calendar().isWorkday(day) ? 1 : 0;
                }
                tally.addHandling(workdays);
            }
        }
    }
}
