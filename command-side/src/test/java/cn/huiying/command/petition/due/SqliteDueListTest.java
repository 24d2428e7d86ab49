package cn.huiying.command.petition.due;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.petition.due.DueList.Asked;
import cn.huiying.command.petition.due.DueList.Due;
import cn.huiying.command.petition.due.DueList.Place;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.Matter;
import cn.huiying.shared.deadline.PendingMoment;
import cn.huiying.shared.deadline.PendingMoment.Kind;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.WorkCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDueListTest {

    private static final PetitionId PETITION = new PetitionId("PET-1");
    private static final DeadlinePolicy H = PolicyFiles.builtIn("JY-1-3-5-7-15-H", 1);

    @TempDir
    Path folder;

    private SqliteDatabase database;
    private DueList list;

    @BeforeEach
    void open() {
        database = new SqliteDatabase(folder.resolve("due.sqlite"), SqliteDueList.SCHEMA);
        list = new SqliteDueList(database);
        list.update(changes -> changes.version(PETITION, 4));
    }

    private List<PetitionId> petitionsDueBy(Instant moment) {
        return list.dueBy(moment, 10).stream().map(Due::petition).toList();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Deadline deadline(String code, String startedAt) {
        Matter matter = new Matter(
                Section.MASS_MESSAGE, PetitionType.HELP, PetitionClass.CLAIM, LimitClass.C7, Urgency.NORMAL, null);
        return Deadlines.compute(
                H, H.checkpoint(code), matter, Instant.parse(startedAt), WorkCalendar.shipped(), List.of());
    }

    @Test
    void a_deadline_set_by_the_calendar_of_just_before_an_import_is_counted_again() {
        list.update(changes -> changes.calendarChanged(2027, "notice"));
        list.update(changes -> {
            changes.put(PETITION, new Place(Start.DISPATCH, 1), deadline("D7", "2026-12-28T01:00:00Z"));
            changes.put(new PetitionId("PET-2"), new Place(Start.DISPATCH, 1), deadline("D3c", "2026-12-01T01:00:00Z"));
        });

        assertThat(list.toRecalculate(10)).containsExactly(new Asked(PETITION, "notice"));
        list.recalculated(List.of(PETITION));
        assertThat(list.toRecalculate(10)).isEmpty();
    }

    @Test
    void what_stands_still_is_not_due_whether_it_was_listed_before_or_is_listed_meanwhile() {
        Instant late = Instant.parse("2026-12-01T00:00:00Z");
        Deadline main = deadline("D7", "2026-03-16T01:00:00Z");
        list.update(changes -> {
            changes.put(PETITION, new Place(Start.DISPATCH, 1), main);
            changes.hold(PETITION, List.of("D7"), Instant.parse("2027-01-01T00:00:00Z"));
        });
        assertThat(petitionsDueBy(late)).isEmpty();
        list.update(changes -> changes.put(PETITION, null, Deadlines.extended(main, 1, H, WorkCalendar.shipped())));
        assertThat(petitionsDueBy(late)).isEmpty();
        list.update(changes -> changes.release(PETITION));
        assertThat(petitionsDueBy(late)).containsExactly(PETITION);
    }

    @Test
    void a_petition_that_recorded_what_was_due_is_asked_again_only_for_what_comes_later() {
        Deadline main = deadline("D7", "2026-03-16T01:00:00Z");
        list.update(changes -> changes.put(PETITION, new Place(Start.DISPATCH, 1), main));
        list.recorded(List.of(PETITION), main.dueAt());

        assertThat(petitionsDueBy(main.dueAt())).isEmpty();
        assertThat(petitionsDueBy(main.alerts().supervisorTaskAt())).containsExactly(PETITION);
    }

    @Test
    void a_batch_that_comes_twice_changes_nothing() {
        Deadline main = deadline("D7", "2026-03-16T01:00:00Z");
        for (int i = 0; i < 2; i++) {
            list.update(changes -> {
                changes.put(PETITION, new Place(Start.DISPATCH, 1), main);
                changes.missed(PETITION, "D7");
            });
        }
        assertThat(petitionsDueBy(main.dueAt())).isEmpty();
    }

    @Test
    void what_a_merged_agency_has_in_hand_is_handed_over_once_and_not_at_all_once_it_is_registered_again() {
        PetitionId another = new PetitionId("PET-2");
        list.update(changes -> {
            changes.takenInHand(PETITION, "445224-101");
            changes.takenInHand(another, "445224-101");
            changes.merged("445224-101");
        });
        assertThat(list.toHandOver(10))
                .containsExactlyInAnyOrder(new Asked(PETITION, "445224-101"), new Asked(another, "445224-101"));
        list.handedOver(List.of(new Asked(PETITION, "445224-101")));
        assertThat(list.toHandOver(10)).containsExactly(new Asked(another, "445224-101"));
        list.update(changes -> changes.registered("445224-101"));
        assertThat(list.toHandOver(10)).isEmpty();
    }

    @Test
    void what_is_certain_comes_with_the_version_it_is_certain_at_in_the_order_of_the_petition() {
        Deadline contact = deadline("D3c", "2026-03-16T01:00:00Z");
        Deadline sign = deadline("D1s", "2026-03-16T01:00:00Z");
        Deadline atTheSameMoment = new Deadline(
                "D7",
                sign.policy(),
                sign.policyVersion(),
                sign.startedAt(),
                sign.startDate(),
                7,
                sign.unit(),
                0,
                List.of(),
                List.of(),
                sign.lastDay(),
                sign.dueMoment(),
                sign.dueAt(),
                false,
                null,
                sign.alerts());
        list.update(changes -> {
            changes.put(PETITION, new Place(Start.DISPATCH, 602), contact);
            changes.put(PETITION, new Place(Start.DISPATCH, 601), sign);
            changes.put(PETITION, new Place(Start.DISPATCH, 600), atTheSameMoment);
            changes.version(PETITION, 6);
            changes.version(PETITION, 7);
        });

        assertThat(list.dueBy(sign.dueAt(), 10)).singleElement().satisfies(due -> {
            assertThat(due.version()).isEqualTo(7);
            assertThat(due.certain())
                    .filteredOn(moment -> moment.kind() == Kind.MISSED)
                    .extracting(PendingMoment::code)
                    .containsExactly("D7", "D1s");
            assertThat(due.certain()).isSortedAccordingTo(java.util.Comparator.comparing(PendingMoment::at));
        });
    }

    @Test
    void where_a_right_ends_or_a_circular_is_due_or_the_place_of_a_deadline_is_not_known_the_petition_is_asked() {
        Instant late = Instant.parse("2027-01-01T00:00:00Z");
        Deadline main = deadline("D7", "2026-03-16T01:00:00Z");
        list.update(changes -> changes.put(PETITION, new Place(Start.DISPATCH, 1), main));
        assertThat(list.dueBy(main.alerts().supervisorTaskAt(), 10).getFirst().certain())
                .isNotEmpty();
        assertThat(list.dueBy(main.alerts().circularDraftAt(), 10).getFirst().certain())
                .isEmpty();

        list.update(changes -> changes.remove(PETITION, List.of("D7")));
        list.update(changes -> changes.put(PETITION, null, main));
        assertThat(list.dueBy(main.dueAt(), 10).getFirst().certain()).isEmpty();

        list.update(changes -> {
            changes.remove(PETITION, List.of("D7"));
            changes.put(PETITION, new Place(Start.DISPATCH, 1), deadline("D-corr", "2026-03-16T01:00:00Z"));
        });
        assertThat(list.dueBy(late, 10).getFirst().certain()).isEmpty();
    }
}
