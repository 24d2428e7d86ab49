package cn.huiying.command.notifying;

import static cn.huiying.command.notifying.History.HOUSING;
import static cn.huiying.command.notifying.History.ID;
import static cn.huiying.command.notifying.History.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.notifying.Notifications.Happening;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.Section;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    private static final Instant LATER = Instant.parse("2024-01-01T00:00:00Z");

    private static final List<Happening> DISPATCHED =
            submitted().dispatched().until("2023-03-09T09:00").happenings();

    @TempDir
    Path folder;

    private SqliteDatabase database;
    private SqliteOutbox outbox;

    @BeforeEach
    void open() {
        openAt(0);
    }

    private void openAt(long head) {
        database = new SqliteDatabase(folder.resolve("outbox.sqlite"), SqliteOutbox.SCHEMA);
        outbox = new SqliteOutbox(database, String::equals, () -> head);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> rows(String sql) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        });
    }

    private List<String> ids() {
        return rows("SELECT id FROM outbox ORDER BY seq");
    }

    private void run(String sql) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return statement.executeUpdate();
            }
        });
    }

    @Test
    void it_holds_what_the_events_give_cause_to_tell_in_the_order_of_the_log() {
        outbox.takeIn(DISPATCHED);
        assertThat(rows("SELECT recipient || ' ' || kind || ' ' || status FROM outbox ORDER BY seq"))
                .containsExactly(
                        "CITIZEN:ACC-wang ACCEPTED PENDING",
                        "CITIZEN:ACC-wang DISPATCHED PENDING",
                        "AGENCY_HANDLER:" + HOUSING + " ASSIGNED PENDING",
                        "AGENCY_HANDLER:" + HOUSING + " REMINDER PENDING",
                        "AGENCY_HANDLER:" + HOUSING + " OVERDUE PENDING",
                        "AGENCY_LEADER:" + HOUSING + " OVERDUE PENDING",
                        "SUPERVISOR SUPERVISION_TASK PENDING",
                        "AGENCY_HANDLER:" + HOUSING + " REMINDER PENDING");
    }

    @Test
    void a_batch_that_comes_twice_tells_once() {
        outbox.takeIn(DISPATCHED);
        List<String> once = ids();
        List<String> known = rows("SELECT known FROM open_petition");
        outbox.takeIn(DISPATCHED);
        outbox.takeIn(DISPATCHED.subList(3, DISPATCHED.size()));
        assertThat(ids()).isEqualTo(once);
        assertThat(rows("SELECT known FROM open_petition")).isEqualTo(known);
    }

    @Test
    void batches_tell_the_same_as_one_batch() {
        outbox.takeIn(DISPATCHED);
        List<String> atOnce = ids();
        run("DELETE FROM outbox");
        run("DELETE FROM open_petition");
        run("UPDATE mark SET position = 0");
        DISPATCHED.forEach(happening -> outbox.takeIn(List.of(happening)));
        assertThat(ids()).isEqualTo(atOnce);
    }

    @Test
    void a_log_that_is_read_again_from_its_beginning_tells_nobody_again() {
        outbox.takeIn(DISPATCHED);
        List<String> once = ids();
        String known = rows("SELECT known FROM open_petition").getFirst();
        outbox.delivered(once.getFirst());
        assertThat(outbox.prune(LATER)).isEqualTo(1);
        outbox.forgetPetitions();
        assertThat(rows("SELECT known FROM open_petition")).isEmpty();
        outbox.takeIn(DISPATCHED);
        assertThat(ids()).as("nor does one come back that was removed").isEqualTo(once.subList(1, once.size()));
        assertThat(rows("SELECT known FROM open_petition")).containsExactly(known);
    }

    @Test
    void after_the_log_was_read_again_it_goes_on_telling() {
        outbox.takeIn(DISPATCHED);
        int before = ids().size();
        outbox.forgetPetitions();
        List<Happening> more = submitted()
                .dispatched()
                .until("2023-03-09T09:00")
                .then(at -> new ProgressPosted(ID, History.sealed("x"), at))
                .happenings();
        outbox.takeIn(more);
        assertThat(ids()).hasSize(before + 1);
    }

    @Test
    void a_new_outbox_begins_at_the_end_of_the_log() {
        close();
        folder.resolve("outbox.sqlite").toFile().delete();
        openAt(4);
        outbox.takeIn(DISPATCHED);
        assertThat(rows("SELECT kind FROM outbox ORDER BY seq"))
                .as("what was there before it is told to nobody, but known")
                .doesNotContain("ACCEPTED")
                .contains("REMINDER");
        close();
        openAt(1_000);
        assertThat(rows("SELECT position FROM mark"))
                .as("only a new one")
                .containsExactly(Integer.toString(DISPATCHED.size()));
    }

    @Test
    void rows_are_pruned_when_they_are_delivered_and_old() {
        outbox.takeIn(DISPATCHED);
        List<String> all = ids();
        outbox.delivered(all.get(0));
        outbox.dead(all.get(1), "the receiver answered 400");
        assertThat(outbox.prune(Instant.parse("2023-03-06T01:00:00Z"))).isZero();
        assertThat(outbox.prune(LATER)).isEqualTo(1);
        assertThat(outbox.dead()).isEqualTo(1);
        assertThat(outbox.pending()).isEqualTo(all.size() - 2);
    }

    @Test
    void a_petition_that_has_ended_is_forgotten() {
        List<Happening> archived = submitted()
                .dispatched()
                .then(at -> new PetitionArchived(ID, at))
                .happenings();
        archived.subList(0, archived.size() - 1).forEach(happening -> outbox.takeIn(List.of(happening)));
        assertThat(rows("SELECT petition FROM open_petition")).containsExactly("PET-1");
        outbox.takeIn(archived.subList(archived.size() - 1, archived.size()));
        assertThat(rows("SELECT petition FROM open_petition")).isEmpty();
    }

    /** It may be converted, selected and rewarded years later. */
    @Test
    void a_suggestion_is_remembered_after_it_was_archived() {
        outbox.takeIn(submitted()
                .dispatched()
                .then(at -> new PetitionResectioned(ID, Section.SUGGESTION, "属于建言", at))
                .then(at -> new PetitionArchived(ID, at))
                .happenings());
        assertThat(rows("SELECT petition FROM open_petition")).containsExactly("PET-1");
    }

    @Test
    void what_is_kept_of_a_petition_holds_nothing_sealed() {
        outbox.takeIn(DISPATCHED);
        assertThat(rows("SELECT known FROM open_petition")).hasSize(1).allSatisfy(known -> assertThat(known)
                .contains("JY20230306000001", HOUSING, "D7")
                .doesNotContain("c2VhbGVk", "王"));
    }

    /** Through the framework, as the processor gives them. */
    @Test
    void a_batch_of_the_processor_is_taken_in_at_its_end() throws Exception {
        AnnotationEventHandlerAdapter handler = new AnnotationEventHandlerAdapter(new NotificationProjection(outbox));
        List<EventMessage<?>> batch = new ArrayList<>();
        for (Happening happening : DISPATCHED) {
            batch.add(new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(happening.position()),
                    new GenericEventMessage<PetitionEvent>(
                            new GenericMessage<>(happening.id(), happening.event(), MetaData.emptyInstance()),
                            happening::recordedAt)));
        }
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(batch);
        unit.executeWithResult(() -> handler.handle(unit.getMessage()));
        List<String> taken = ids();
        assertThat(taken).hasSize(8);
        handler.prepareReset(null);
        outbox.takeIn(DISPATCHED);
        assertThat(ids()).as("and a reset tells nobody again").isEqualTo(taken);
    }
}
