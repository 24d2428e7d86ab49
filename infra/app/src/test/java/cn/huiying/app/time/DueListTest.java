package cn.huiying.app.time;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.calendar.importing.ImportCalendarYear;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.organisation.merging.MergeAgency;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.command.petition.Outcome;
import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.due.DueList;
import cn.huiying.command.petition.due.DueList.Due;
import cn.huiying.command.petition.due.DueMomentsLog;
import cn.huiying.command.petition.due.SweepingDueMoments;
import cn.huiying.command.petition.extending.DecideExtension;
import cn.huiying.command.petition.extending.RequestExtension;
import cn.huiying.command.petition.pausing.PauseClock;
import cn.huiying.command.petition.pausing.ResumeClock;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.command.petition.withdrawing.WithdrawPetition;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.CalendarId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The due list and its sweep on a real log, where more than one petition is concerned. */
class DueListTest {

    private static final Instant DECEMBER = SlowCounter.at(LocalDate.of(2026, 12, 22), 9, 0);

    @TempDir
    Path data;

    private static PetitionId dispatched(RunningPlatform platform, int number, LimitClass limitClass, String agency) {
        PetitionId id = new PetitionId("PET-%06d".formatted(number));
        Instant at = platform.clock.instant();
        platform.send(RunningPlatform.submission(id, PetitionType.HELP, at), RunningPlatform.CITIZEN);
        platform.send(
                new AcceptPetition(id, at, null, null, PetitionClass.CLAIM, limitClass, Urgency.NORMAL, null),
                RunningPlatform.OFFICER);
        platform.send(new DispatchPetition(id, at, agency, null), RunningPlatform.OFFICER);
        return id;
    }

    private static <E> List<E> events(RunningPlatform platform, Class<E> type) {
        List<E> found = new ArrayList<>();
        platform.forEachEvent(event -> {
            if (type.isInstance(event.getPayload())) {
                found.add(type.cast(event.getPayload()));
            }
        });
        return found;
    }

    @Test
    void when_the_notice_of_a_year_is_imported_provisional_deadlines_are_counted_again_and_told_why() {
        try (RunningPlatform platform = new RunningPlatform(data, DECEMBER)) {
            platform.people(DECEMBER);
            PetitionId reaching = dispatched(platform, 1, LimitClass.C15, RunningPlatform.AGENCY);
            PetitionId not = dispatched(platform, 2, LimitClass.C3, RunningPlatform.AGENCY);
            platform.clock.set(DECEMBER.plusSeconds(60));
            platform.send(
                    new ImportCalendarYear(
                            CalendarId.CITY,
                            2027,
                            days("2027-01-01", "2027-01-02", "2027-01-03", "2027-02-05", "2027-02-06", "2027-02-07"),
                            days("2027-01-09"),
                            "国办发明电",
                            platform.clock.instant()),
                    Actor.SYSTEM);
            platform.sweep();

            List<DeadlineRecalculated> recalculated = events(platform, DeadlineRecalculated.class);
            assertThat(recalculated).isNotEmpty().allSatisfy(e -> {
                assertThat(e.reason()).isEqualTo("2027年放假通知:国办发明电");
                assertThat(e.deadline().provisional()).isFalse();
            });
            DeadlineRecalculated main = recalculated.stream()
                    .filter(e -> e.petitionId().equals(reaching)
                            && e.deadline().code().equals("D15"))
                    .findAny()
                    .orElseThrow();
            assertThat(main.dueBefore()).isEqualTo(SlowCounter.endOf(LocalDate.of(2027, 1, 13)));
            assertThat(main.deadline().dueAt())
                    .as("9 January is worked")
                    .isEqualTo(SlowCounter.endOf(LocalDate.of(2027, 1, 12)));
            assertThat(recalculated)
                    .filteredOn(e -> e.petitionId().equals(not))
                    .extracting(e -> e.deadline().code())
                    .doesNotContain("D3", "D3c", "D1s");

            platform.sweep();
            assertThat(events(platform, DeadlineRecalculated.class)).as("once").hasSameSizeAs(recalculated);
            platform.clock.set(SlowCounter.endOf(LocalDate.of(2027, 1, 12)));
            platform.sweep();
            assertThat(events(platform, DeadlineMissed.class))
                    .contains(new DeadlineMissed(reaching, "D15", SlowCounter.endOf(LocalDate.of(2027, 1, 12))));
        }
    }

    private static SortedSet<LocalDate> days(String... days) {
        SortedSet<LocalDate> set = new TreeSet<>();
        for (String day : days) {
            set.add(LocalDate.parse(day));
        }
        return set;
    }

    @Test
    void what_a_merged_agency_has_in_hand_goes_to_its_successor() {
        String successor = "445224-102";
        try (RunningPlatform platform = new RunningPlatform(data, DECEMBER)) {
            platform.people(DECEMBER);
            platform.send(
                    new RegisterAgency(
                            AgencyId.of(successor),
                            new AgencyEntry(
                                    successor,
                                    "惠来县自然资源局",
                                    AgencyLevel.COUNTY,
                                    "445224",
                                    null,
                                    AgencyKind.DEPARTMENT,
                                    List.of()),
                            DECEMBER),
                    Actor.SYSTEM);
            PetitionId mergeds = dispatched(platform, 1, LimitClass.C7, RunningPlatform.AGENCY);
            PetitionId others = dispatched(platform, 2, LimitClass.C7, successor);
            PetitionId withdrawn = dispatched(platform, 3, LimitClass.C7, RunningPlatform.AGENCY);
            platform.send(new WithdrawPetition(withdrawn, DECEMBER, "已解决"), RunningPlatform.CITIZEN);
            platform.send(
                    new MergeAgency(AgencyId.of(RunningPlatform.AGENCY), DECEMBER, successor, "机构改革"), Actor.SYSTEM);
            platform.sweep();
            platform.sweep();

            assertThat(events(platform, LeadChanged.class)).singleElement().satisfies(e -> {
                assertThat(e.petitionId()).isEqualTo(mergeds).isNotEqualTo(others);
                assertThat(e.to()).isEqualTo(successor);
            });
            Actor successors = new Actor("handler-2", Role.AGENCY_HANDLER, successor, null);
            platform.send(new SignAssignment(mergeds, DECEMBER), successors);
        }
    }

    @Test
    void a_clock_that_was_stopped_is_warned_of_again_though_it_was_extended_meanwhile() {
        Instant monday = SlowCounter.at(LocalDate.of(2026, 3, 16), 9, 0);
        try (RunningPlatform platform = new RunningPlatform(data, monday)) {
            platform.people(monday);
            PetitionId id = dispatched(platform, 1, LimitClass.C7, RunningPlatform.AGENCY);
            platform.send(new SignAssignment(id, monday), RunningPlatform.HANDLER);
            platform.send(new RequestExtension(id, monday, 2, "情况复杂"), RunningPlatform.LEADER);
            platform.send(new PauseClock(id, monday, PauseReason.APPRAISAL, "鉴定"), RunningPlatform.LEADER);
            platform.send(new DecideExtension(id, monday, true, "情况复杂"), RunningPlatform.OFFICER);
            Instant afternoon = SlowCounter.at(LocalDate.of(2026, 3, 16), 16, 0);
            platform.send(new ResumeClock(id, afternoon), RunningPlatform.LEADER);
            // All else is recorded first, so that nothing but the clock that was stopped can bring the petition up
            // again.
            platform.clock.set(SlowCounter.at(LocalDate.of(2026, 3, 25), 9, 0));
            platform.sweep();
            platform.clock.set(SlowCounter.at(LocalDate.of(2026, 3, 28), 9, 0));
            platform.sweep();

            assertThat(events(platform, DeadlineMissed.class))
                    .contains(new DeadlineMissed(id, "D7", SlowCounter.endOf(LocalDate.of(2026, 3, 27))));
        }
    }

    @Test
    void sweeps_at_the_same_time_record_everything_once() {
        Instant monday = SlowCounter.at(LocalDate.of(2026, 3, 16), 9, 0);
        try (RunningPlatform platform = new RunningPlatform(data, monday)) {
            platform.people(monday);
            for (int i = 1; i <= 60; i++) {
                dispatched(platform, i, LimitClass.C3, RunningPlatform.AGENCY);
            }
            platform.clock.set(SlowCounter.at(LocalDate.of(2026, 3, 18), 9, 0));
            platform.untilListed();
            SweepingDueMoments sweeping = platform.bean(SweepingDueMoments.class);
            // So close together that they read the list before one of them has struck a petition off it.
            CountDownLatch together = new CountDownLatch(4);
            try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
                for (int node = 0; node < 4; node++) {
                    nodes.execute(() -> {
                        together.countDown();
                        try {
                            together.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        sweeping.sweep();
                    });
                }
            }
            platform.sweep();

            assertThat(events(platform, DeadlineMissed.class))
                    .extracting(e -> e.petitionId() + " " + e.code())
                    .hasSize(60)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_is_recorded_together_is_what_each_petition_would_have_recorded() {
        Instant monday = SlowCounter.at(LocalDate.of(2026, 3, 16), 9, 0);
        try (RunningPlatform platform = new RunningPlatform(data, monday)) {
            platform.people(monday);
            for (int i = 1; i <= 40; i++) {
                PetitionId id = dispatched(platform, i, LimitClass.values()[i % 4], RunningPlatform.AGENCY);
                if (i % 3 == 0) {
                    platform.send(new SignAssignment(id, monday), RunningPlatform.HANDLER);
                }
            }
            platform.untilListed();
            long before = platform.door().position();
            Instant later = SlowCounter.at(LocalDate.of(2026, 3, 26), 9, 0);
            Map<PetitionId, List<PetitionEvent>> expected = new TreeMap<>(Comparator.comparing(PetitionId::value));
            clocks(platform).forEach((id, clock) -> expected.put(id, clock.due(later, null)));
            platform.clock.set(later);
            platform.bean(SweepingDueMoments.class).sweep();

            Map<PetitionId, List<PetitionEvent>> recorded = new TreeMap<>(Comparator.comparing(PetitionId::value));
            Set<Object> reasons = new HashSet<>();
            platform.forEachEvent(event -> {
                if (((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow() > before) {
                    PetitionEvent payload = (PetitionEvent) event.getPayload();
                    recorded.computeIfAbsent(payload.petitionId(), id -> new ArrayList<>())
                            .add(payload);
                    reasons.add(event.getMetaData().get(CommandMetadata.CORRELATION_ID));
                }
            });
            assertThat(recorded).hasSize(40).isEqualTo(expected);
            assertThat(reasons).as("all in one append").hasSize(1);
        }
    }

    private static Map<PetitionId, PetitionClock> clocks(RunningPlatform platform) {
        Map<PetitionId, PetitionClock> clocks = new HashMap<>();
        platform.forEachEvent(event -> {
            if (event.getPayload() instanceof PetitionSubmitted e) {
                clocks.put(e.petitionId(), PetitionClock.of(e));
            } else if (event.getPayload() instanceof PetitionEvent e) {
                clocks.compute(e.petitionId(), (id, clock) -> clock.evolve(e));
            }
        });
        return clocks;
    }

    @Test
    void where_a_petition_has_moved_on_nothing_is_recorded_together_and_each_is_asked() {
        Instant monday = SlowCounter.at(LocalDate.of(2026, 3, 16), 9, 0);
        try (RunningPlatform platform = new RunningPlatform(data, monday)) {
            platform.people(monday);
            PetitionId signed = dispatched(platform, 1, LimitClass.C7, RunningPlatform.AGENCY);
            PetitionId other = dispatched(platform, 2, LimitClass.C7, RunningPlatform.AGENCY);
            platform.untilListed();
            Instant wednesday = SlowCounter.at(LocalDate.of(2026, 3, 18), 9, 0);
            List<Due> due = platform.bean(DueList.class).dueBy(wednesday, 10);
            assertThat(due).extracting(Due::petition).containsExactlyInAnyOrder(signed, other);
            platform.send(new SignAssignment(signed, monday), RunningPlatform.HANDLER);
            long before = platform.door().position();

            assertThat(platform.bean(DueMomentsLog.class).append(due)).isFalse();
            assertThat(platform.door().position()).isEqualTo(before);
            platform.clock.set(wednesday);
            platform.sweep();
            assertThat(events(platform, DeadlineMissed.class))
                    .extracting(e -> e.petitionId() + " " + e.code())
                    .containsExactly(other + " D1s");
            // Its copy in memory is not the one from before the sweep.
            platform.send(new SignAssignment(other, wednesday), RunningPlatform.HANDLER);
        }
    }

    @Test
    void a_command_that_another_node_was_faster_than_is_decided_again() {
        Instant monday = SlowCounter.at(LocalDate.of(2026, 3, 16), 9, 0);
        try (RunningPlatform platform = new RunningPlatform(data, monday)) {
            platform.people(monday);
            PetitionId id = dispatched(platform, 1, LimitClass.C7, RunningPlatform.AGENCY);
            EventStore log = platform.bean(EventStore.class);
            long version = log.lastSequenceNumberFor(id.toString()).orElseThrow();
            // This node has the petition in memory as it was before.
            log.publish(new GenericDomainEventMessage<>(
                    "Petition", id.toString(), version + 1, new YellowAlertRaised(id, "D1s", monday, monday)));

            Outcome signed = platform.send(new SignAssignment(id, monday), RunningPlatform.HANDLER);
            assertThat(signed.version()).isGreaterThan(version + 1);
        }
    }
}
