package cn.huiying.command.petition.due;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.petition.due.DueList.Asked;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.Matter;
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
            changes.put(PETITION, Start.DISPATCH, deadline("D7", "2026-12-28T01:00:00Z"));
            changes.put(new PetitionId("PET-2"), Start.DISPATCH, deadline("D3c", "2026-12-01T01:00:00Z"));
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
            changes.put(PETITION, Start.DISPATCH, main);
            changes.hold(PETITION, List.of("D7"), Instant.parse("2027-01-01T00:00:00Z"));
        });
        assertThat(list.dueBy(late, 10)).isEmpty();
        list.update(changes -> changes.put(PETITION, null, Deadlines.extended(main, 1, H, WorkCalendar.shipped())));
        assertThat(list.dueBy(late, 10)).isEmpty();
        list.update(changes -> changes.release(PETITION));
        assertThat(list.dueBy(late, 10)).containsExactly(PETITION);
    }

    @Test
    void a_petition_that_recorded_what_was_due_is_asked_again_only_for_what_comes_later() {
        Deadline main = deadline("D7", "2026-03-16T01:00:00Z");
        list.update(changes -> changes.put(PETITION, Start.DISPATCH, main));
        list.recorded(List.of(PETITION), main.dueAt());

        assertThat(list.dueBy(main.dueAt(), 10)).isEmpty();
        assertThat(list.dueBy(main.alerts().supervisorTaskAt(), 10)).containsExactly(PETITION);
    }

    @Test
    void a_batch_that_comes_twice_changes_nothing() {
        Deadline main = deadline("D7", "2026-03-16T01:00:00Z");
        for (int i = 0; i < 2; i++) {
            list.update(changes -> {
                changes.put(PETITION, Start.DISPATCH, main);
                changes.missed(PETITION, "D7");
            });
        }
        assertThat(list.dueBy(main.dueAt(), 10)).isEmpty();
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
}
