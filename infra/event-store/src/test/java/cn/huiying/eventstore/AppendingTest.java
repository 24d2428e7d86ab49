package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.plainEvent;
import static cn.huiying.eventstore.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendingTest {

    @TempDir
    Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicReference<CountDownLatch> writerHeldBy = new AtomicReference<>(new CountDownLatch(0));
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private SqliteEventStorageEngine engine;

    @BeforeEach
    void openStore() {
        engine = store(directory.resolve("events.db"))
                .meterRegistry(meters)
                .beforeEachGroup(() -> {
                    try {
                        writerHeldBy.get().await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .build();
    }

    @AfterEach
    void closeStore() {
        writerHeldBy.get().countDown();
        callers.shutdownNow();
        engine.close();
    }

    @Test
    void positions_are_gap_free_and_each_stream_is_in_order_under_64_concurrent_writers() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int w = 0; w < 64; w++) {
            String stream = "petition-" + w;
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        for (int sequence = 0; sequence < 50; sequence++) {
                            engine.appendEvents(event(stream, sequence));
                            // A refused append must not burn a position.
                            assertThatThrownBy(() -> engine.appendEvents(event(stream, 0)))
                                    .isInstanceOf(AggregateStreamCreationException.class);
                        }
                    },
                    callers));
        }
        writers.forEach(CompletableFuture::join);

        assertThat(positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 64 * 50).boxed().toList());
        for (int w = 0; w < 64; w++) {
            assertThat(engine.readEvents("petition-" + w).asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactlyElementsOf(LongStream.range(0, 50).boxed().toList());
        }
        assertThat(engine.verify()).isEmpty();
        assertThat(meters.get("huiying.eventstore.conflicts").counter().count()).isEqualTo(64 * 50);
        assertThat(meters.get("huiying.eventstore.events.appended").counter().count())
                .isEqualTo(64 * 50);
        assertThat(meters.get("huiying.eventstore.head.position").gauge().value())
                .isEqualTo(64 * 50);
    }

    @Test
    void a_conflicting_append_fails_alone_while_its_neighbours_in_the_same_group_commit() {
        engine.appendEvents(event("a", 0));
        engine.appendEvents(event("b", 0));
        double groupsBefore =
                meters.get("huiying.eventstore.group.size").summary().count();

        CountDownLatch held = new CountDownLatch(1);
        writerHeldBy.set(held);
        CompletableFuture<Void> opener = append(event("opener", 0));
        await().until(() -> engine.waiting() == 0);
        CompletableFuture<Void> before = queued(event("b", 1));
        CompletableFuture<Void> creationConflict = queued(event("a", 0));
        CompletableFuture<Void> several = queued(event("c", 0), event("c", 1));
        CompletableFuture<Void> severalWithConflict = queued(event("d", 0), event("d", 1), event("b", 1));
        CompletableFuture<Void> conflict = queued(event("b", 1));
        CompletableFuture<Void> after = queued(event("a", 1));
        held.countDown();

        opener.join();
        before.join();
        several.join();
        after.join();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(creationConflict::join)
                .havingCause()
                .isInstanceOf(AggregateStreamCreationException.class)
                .withMessageContaining("stream a exists already");
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(severalWithConflict::join)
                .havingCause()
                .isInstanceOf(ConcurrencyException.class);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(conflict::join)
                .havingCause()
                .isInstanceOf(ConcurrencyException.class)
                .withMessageContaining("stream b has an event with sequence 1 already");

        assertThat(streams()).containsExactly("a 0", "b 0", "opener 0", "b 1", "c 0", "c 1", "a 1");
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(meters.get("huiying.eventstore.group.size").summary().count())
                .as("one group commit for all")
                .isEqualTo((long) groupsBefore + 1);
        assertThat(meters.get("huiying.eventstore.group.size").summary().max()).isEqualTo(5);
        assertThat(engine.verify()).isEmpty();
    }

    @Test
    void a_caller_is_not_let_go_before_its_group_is_committed() {
        CountDownLatch held = new CountDownLatch(1);
        writerHeldBy.set(held);
        CompletableFuture<Void> first = append(event("a", 0));
        await().until(() -> engine.waiting() == 0);
        CompletableFuture<Void> second = queued(event("b", 0));

        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        assertThat(engine.headPosition()).isZero();
        held.countDown();
        second.join();
        assertThat(engine.headPosition()).isEqualTo(2);
    }

    @Test
    void a_sequence_that_does_not_follow_its_predecessor_is_refused() {
        engine.appendEvents(event("a", 0));

        assertThatThrownBy(() -> engine.appendEvents(event("a", 2)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("there is no sequence 1 before it");
        engine.appendEvents(event("a", 1));
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void an_event_without_an_aggregate_is_stored_in_the_same_order() {
        engine.appendEvents(event("a", 0));
        engine.appendEvents(plainEvent(1), plainEvent(2));

        List<? extends TrackedEventMessage<?>> events =
                engine.readEvents(null, false).toList();
        assertThat(events.get(0)).isInstanceOf(DomainEventMessage.class);
        assertThat(events.get(2)).isNotInstanceOf(DomainEventMessage.class);
        assertThat(events.get(2).getPayload()).isEqualTo(new Fixtures.LetterCounted(2));
        assertThat(engine.verify()).isEmpty();
    }

    @Test
    void while_an_sql_tool_holds_the_write_lock_appends_fail_and_afterwards_work_again() throws Exception {
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("events.db"));
                Statement sql = sqlite.createStatement()) {
            sql.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("another program is writing to")
                    .hasMessageContaining("nothing was stored");
            sql.execute("ROLLBACK");
        }
        assertThat(engine.readOnlyReason()).isEmpty();
        engine.appendEvents(event("a", 0));
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void events_that_another_program_added_turn_the_store_read_only() throws Exception {
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("events.db"));
                Statement sql = sqlite.createStatement()) {
            sql.execute("INSERT INTO events VALUES (1, null, null, null, 'x', '2026', 'x', null, '{}', '{}')");
        }
        assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("is read-only since a write failed")
                .hasMessageContaining("events.position");
        assertThat(engine.readOnlyReason()).isPresent();
    }

    @Test
    void an_interrupted_caller_still_hears_what_became_of_its_events() {
        Thread.currentThread().interrupt();
        engine.appendEvents(event("a", 0));

        assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void a_closed_store_refuses_at_once() {
        engine.close();

        assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("is closed: nothing was stored");
        assertThatThrownBy(() -> engine.readEvents("a").hasNext())
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("is closed");
    }

    private CompletableFuture<Void> append(EventMessage<?>... events) {
        return CompletableFuture.runAsync(() -> engine.appendEvents(events), callers);
    }

    private CompletableFuture<Void> queued(EventMessage<?>... events) {
        int waitingBefore = engine.waiting();
        CompletableFuture<Void> appended = append(events);
        await().until(() -> engine.waiting() == waitingBefore + 1);
        return appended;
    }

    private List<Long> positions() {
        return engine.readEvents(null, false)
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }

    private List<String> streams() {
        return engine.readEvents(null, false)
                .map(event -> (DomainEventMessage<?>) event)
                .map(event -> event.getAggregateIdentifier() + " " + event.getSequenceNumber())
                .toList();
    }
}
