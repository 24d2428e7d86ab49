package cn.huiying.command.notifying;

import static cn.huiying.command.notifying.History.HOUSING;
import static cn.huiying.command.notifying.History.ID;
import static cn.huiying.command.notifying.History.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.notifying.DeliveringNotifications.Outcome;
import cn.huiying.shared.petition.ReplySentBack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveringNotificationsTest {

    private static final String AUTHOR = "CITIZEN:ACC-wang";
    private static final String HANDLER = "AGENCY_HANDLER:" + HOUSING;

    /** The longest wait each time. */
    private static final RandomGenerator LONGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2023-03-06T02:00:00Z");
    private final List<String> delivered = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private String unreachable = "";
    private NotDelivered fault = NotDelivered.forNow("the receiver answered 500", Duration.ZERO);

    private SqliteDatabase database;
    private SqliteOutbox outbox;

    @BeforeEach
    void open() {
        database = new SqliteDatabase(folder.resolve("outbox.sqlite"), SqliteOutbox.SCHEMA);
        outbox = new SqliteOutbox(database, String::equals, () -> 0);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** To the author two, to the agency two. */
    private void dispatchedAndSentBack() {
        outbox.takeIn(submitted()
                .dispatched()
                .then(at -> new ReplySentBack(ID, "请写明期限", at))
                .happenings());
    }

    private int deliver() throws InterruptedException {
        Notifier notifier = notification -> {
            if (notification.recipient().toString().equals(unreachable)) {
                throw fault;
            }
            delivered.add(notification.recipient() + " " + notification.kind());
        };
        return new DeliveringNotifications(outbox, notifier, () -> now, LONGEST).deliverDue(outcomes::add);
    }

    @Test
    void what_is_due_is_delivered_once_and_in_order() throws InterruptedException {
        dispatchedAndSentBack();
        assertThat(deliver()).isEqualTo(4);
        assertThat(delivered)
                .containsExactly(
                        AUTHOR + " ACCEPTED",
                        AUTHOR + " DISPATCHED",
                        HANDLER + " ASSIGNED",
                        HANDLER + " REPLY_SENT_BACK");
        assertThat(deliver()).isZero();
        assertThat(delivered).hasSize(4);
        assertThat(outcomes).containsOnly(Outcome.DELIVERED).hasSize(4);
        assertThat(outbox.pending()).isZero();
    }

    @Test
    void what_waits_at_a_stop_is_delivered_after_the_next_start() throws InterruptedException {
        dispatchedAndSentBack();
        unreachable = HANDLER;
        deliver();
        close();
        open();
        unreachable = "";
        now = now.plusSeconds(60);
        dispatchedAndSentBack();
        assertThat(deliver()).isEqualTo(2);
        assertThat(delivered)
                .containsExactly(
                        AUTHOR + " ACCEPTED",
                        AUTHOR + " DISPATCHED",
                        HANDLER + " ASSIGNED",
                        HANDLER + " REPLY_SENT_BACK");
    }

    @Test
    void one_that_fails_holds_back_those_behind_it_and_nobody_else() throws InterruptedException {
        dispatchedAndSentBack();
        unreachable = AUTHOR;
        assertThat(deliver()).isEqualTo(2);
        assertThat(delivered).containsExactly(HANDLER + " ASSIGNED", HANDLER + " REPLY_SENT_BACK");
        unreachable = "";
        now = now.plusMillis(999);
        assertThat(deliver()).as("not before it is due").isZero();
        now = now.plusMillis(1);
        assertThat(deliver()).isEqualTo(2);
        assertThat(delivered.subList(2, 4)).containsExactly(AUTHOR + " ACCEPTED", AUTHOR + " DISPATCHED");
    }

    @Test
    void it_is_tried_after_a_second_and_then_after_double_the_time_up_to_an_hour_and_given_up_after_twenty_times()
            throws InterruptedException {
        dispatchedAndSentBack();
        unreachable = AUTHOR;
        deliver();
        for (int wait : new int[] {
            1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 3_600, 3_600, 3_600, 3_600, 3_600, 3_600, 3_600
        }) {
            assertThat(outbox.dead()).isZero();
            Instant due = now.plusSeconds(wait);
            assertThat(outbox.recipientsDueBy(due.minusMillis(1), 9)).isEmpty();
            assertThat(outbox.recipientsDueBy(due, 9)).containsExactly(AUTHOR);
            now = due;
            deliver();
        }
        assertThat(outbox.dead()).isEqualTo(1);
        assertThat(outcomes.stream().filter(Outcome.FAILED::equals)).hasSize(20);
        assertThat(outcomes).as("the next one has its turn then").endsWith(Outcome.DEAD, Outcome.FAILED);
    }

    @Test
    void a_wait_is_anything_up_to_the_longest() {
        Random chance = new Random(7);
        List<Long> waits = IntStream.range(0, 2_000)
                .mapToObj(i -> BackOff.after(4, chance).toMillis())
                .toList();
        assertThat(waits).allMatch(wait -> wait >= 0 && wait <= 8_000);
        assertThat(waits).anyMatch(wait -> wait < 200).anyMatch(wait -> wait > 7_800);
        assertThat(BackOff.longestAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_receiver_that_wants_to_be_left_alone_is() throws InterruptedException {
        dispatchedAndSentBack();
        unreachable = AUTHOR;
        fault = NotDelivered.forNow("the receiver answered 429", Duration.ofMinutes(5));
        deliver();
        assertThat(outbox.recipientsDueBy(now.plusSeconds(299), 9)).isEmpty();
        assertThat(outbox.recipientsDueBy(now.plusSeconds(300), 9)).containsExactly(AUTHOR);
    }

    @Test
    void one_that_is_refused_for_good_is_given_up_at_once_and_does_not_hold_back_those_behind_it()
            throws InterruptedException {
        dispatchedAndSentBack();
        unreachable = AUTHOR;
        fault = NotDelivered.forGood("the receiver answered 400");
        assertThat(deliver()).isEqualTo(4);
        assertThat(outbox.dead()).isEqualTo(2);
        assertThat(outcomes).containsExactly(Outcome.DEAD, Outcome.DEAD, Outcome.DELIVERED, Outcome.DELIVERED);
    }
}
