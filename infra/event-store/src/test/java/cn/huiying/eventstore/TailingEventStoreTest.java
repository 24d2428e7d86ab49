package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.plainEvent;
import static cn.huiying.eventstore.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TailingEventStoreTest {

    @TempDir
    Path directory;

    private SqliteEventStorageEngine engine;
    private TailingEventStore eventStore;

    @BeforeEach
    void openStore() {
        engine = store(directory.resolve("events.db")).batchSize(50).build();
        eventStore = new TailingEventStore(engine);
    }

    @AfterEach
    void closeStore() {
        eventStore.shutDown();
        engine.close();
    }

    @Test
    void readers_from_different_tokens_see_each_event_once_in_order_while_writers_run() {
        for (int number = 0; number < 300; number++) {
            engine.appendEvents(plainEvent(number));
        }
        int total = 300 + 8 * 300;
        List<CompletableFuture<List<Long>>> readers = Stream.of(0L, 0L, 7L, 150L, 299L, 300L)
                .map(start -> inThread(() -> read(start, total)))
                .toList();
        List<CompletableFuture<Object>> writers = new ArrayList<>();
        for (int w = 0; w < 8; w++) {
            String stream = "petition-" + w;
            writers.add(inThread(() -> {
                for (int sequence = 0; sequence < 300; sequence++) {
                    engine.appendEvents(event(stream, sequence));
                }
                return null;
            }));
        }
        writers.forEach(CompletableFuture::join);

        for (CompletableFuture<List<Long>> reader : readers) {
            List<Long> seen = reader.join();
            assertThat(seen)
                    .containsExactlyElementsOf(LongStream.rangeClosed(seen.getFirst(), total)
                            .boxed()
                            .toList());
        }
        assertThat(readers.stream().map(reader -> reader.join().getFirst()))
                .containsExactly(1L, 1L, 8L, 151L, 300L, 301L);
    }

    private List<Long> read(long start, int total) throws InterruptedException {
        List<Long> seen = new ArrayList<>();
        try (TrackingEventStream stream = eventStore.openStream(start == 0 ? null : token(start))) {
            while (seen.isEmpty() || seen.getLast() < total) {
                seen.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
            assertThat(stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        return seen;
    }

    @Test
    void a_waiting_reader_is_woken_within_10_ms_of_a_commit() throws Exception {
        int commits = 300;
        SynchronousQueue<Long> seenAt = new SynchronousQueue<>();
        AtomicReference<Thread> reader = new AtomicReference<>();
        CompletableFuture<Object> reading = inThread(() -> {
            reader.set(Thread.currentThread());
            try (TrackingEventStream stream = eventStore.openStream(null)) {
                for (int i = 0; i < commits; i++) {
                    stream.nextAvailable();
                    seenAt.put(System.nanoTime());
                }
            }
            return null;
        });
        long[] millis = new long[commits];
        await().until(() -> reader.get() != null);
        for (int i = 0; i < commits; i++) {
            while (reader.get().getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            engine.appendEvents(plainEvent(i));
            long committedAt = System.nanoTime();
            millis[i] = (seenAt.take() - committedAt) / 1_000_000;
        }
        reading.join();

        Arrays.sort(millis);
        assertThat(millis[commits / 2]).as("median, ms").isLessThanOrEqualTo(10);
        assertThat(millis[commits * 95 / 100])
                .as("95 of 100, ms; a busy machine")
                .isLessThanOrEqualTo(50);
    }

    @Test
    void waiting_for_the_next_event_ends_with_its_timeout() throws Exception {
        try (TrackingEventStream stream = eventStore.openStream(null)) {
            long start = System.nanoTime();
            assertThat(stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(System.nanoTime() - start)
                    .isBetween(
                            Duration.ofMillis(100).toNanos(),
                            Duration.ofSeconds(5).toNanos());
        }
    }

    @Test
    void peeking_does_not_wait_and_does_not_move_the_stream() throws Exception {
        try (TrackingEventStream stream = eventStore.openStream(null)) {
            assertThat(stream.peek()).isEmpty();
            assertThat(stream.hasNextAvailable()).isFalse();
            engine.appendEvents(plainEvent(1), plainEvent(2));

            assertThat(stream.peek()).map(TrackedEventMessage::trackingToken).contains(token(1));
            assertThat(stream.peek()).map(TrackedEventMessage::trackingToken).contains(token(1));
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(1));
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(2));
        }
    }

    @Test
    void the_callback_rings_at_once_and_after_each_commit_until_the_stream_is_closed() {
        AtomicInteger rung = new AtomicInteger();
        TrackingEventStream stream = eventStore.openStream(null);
        assertThat(stream.setOnAvailableCallback(rung::incrementAndGet)).isTrue();
        assertThat(rung).hasValue(1);
        engine.appendEvents(plainEvent(1));
        await().untilAtomic(rung, org.hamcrest.Matchers.equalTo(2));

        stream.close();
        AtomicInteger other = new AtomicInteger();
        eventStore.openStream(null).setOnAvailableCallback(other::incrementAndGet);
        engine.appendEvents(plainEvent(2));
        await().untilAtomic(other, org.hamcrest.Matchers.equalTo(2));
        assertThat(rung).hasValue(2);
    }

    @Test
    void a_callback_that_fails_does_not_silence_the_others() {
        AtomicInteger rung = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            AtomicInteger calls = new AtomicInteger();
            eventStore.openStream(null).setOnAvailableCallback(() -> {
                if (calls.getAndIncrement() > 0) {
                    throw new IllegalStateException("on purpose");
                }
            });
            eventStore.openStream(null).setOnAvailableCallback(rung::incrementAndGet);
        }
        engine.appendEvents(plainEvent(1));
        await().untilAtomic(rung, org.hamcrest.Matchers.equalTo(10));
        engine.appendEvents(plainEvent(2));
        await().untilAtomic(rung, org.hamcrest.Matchers.equalTo(15));
    }

    @Test
    void a_reader_that_waits_is_released_when_its_stream_or_the_store_is_closed() throws Exception {
        TrackingEventStream stream = eventStore.openStream(null);
        CompletableFuture<Boolean> waiting = inThread(() -> stream.hasNextAvailable(1, TimeUnit.HOURS));
        TrackingEventStream other = eventStore.openStream(null);
        CompletableFuture<Object> waitingToo = inThread(other::nextAvailable);

        stream.close();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isFalse();
        engine.close();
        assertThatThrownBy(() -> waitingToo.get(5, TimeUnit.SECONDS)).hasRootCauseMessage("the event store is closed");
    }

    @Test
    void a_wrapped_token_starts_at_its_lower_bound() throws Exception {
        engine.appendEvents(plainEvent(1), plainEvent(2), plainEvent(3));

        TrackingToken replay = ReplayToken.createReplayToken(token(3), token(1));
        try (TrackingEventStream stream = eventStore.openStream(replay)) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(2));
        }
    }

    @Test
    void a_token_of_another_store_or_beyond_the_head_is_refused() {
        engine.appendEvents(plainEvent(1));

        assertThatThrownBy(() -> eventStore.openStream(GapAwareTrackingToken.newInstance(1, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not of this event store");
        assertThatThrownBy(() -> eventStore.openStream(token(2)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("stands at position 2")
                .hasMessageContaining("ends at 1");
    }

    @Test
    void a_reader_gets_past_events_that_an_upcaster_drops() throws Exception {
        engine.close();
        EventUpcaster dropsLetters =
                events -> events.filter(event -> !event.getType().getName().endsWith("LetterCounted"));
        engine = store(directory.resolve("events.db"))
                .batchSize(2)
                .upcasterChain(dropsLetters)
                .build();
        eventStore = new TailingEventStore(engine);
        for (int number = 0; number < 7; number++) {
            engine.appendEvents(plainEvent(number));
        }
        try (TrackingEventStream stream = eventStore.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            engine.appendEvents(event("a", 0));
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(8));
        }
    }

    @Test
    void readers_near_the_end_share_what_is_read_and_those_far_behind_do_not() throws Exception {
        for (int number = 0; number < RecentMessages.MOST + 10; number++) {
            engine.appendEvents(plainEvent(number));
        }
        assertThat(first(engine.headPosition() - 20)).isSameAs(first(engine.headPosition() - 20));
        assertThat(first(3)).isNotSameAs(first(3)).hasToString(first(3).toString());
        // Its place in memory is that of an event which is no longer near the end.
        long again = engine.headPosition() - 5;
        assertThat(first(again).trackingToken()).isEqualTo(token(again + 1));
        for (int number = 0; number < RecentMessages.MOST; number++) {
            engine.appendEvents(plainEvent(number));
        }
        long later = again + RecentMessages.MOST;
        assertThat(first(later).trackingToken()).isEqualTo(token(later + 1));
    }

    private TrackedEventMessage<?> first(long after) throws Exception {
        try (TrackingEventStream stream = eventStore.openStream(token(after))) {
            return stream.nextAvailable();
        }
    }

    @Test
    void a_pooled_streaming_processor_handles_each_event_soon_after_its_commit() throws Exception {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
        ConcurrentLinkedQueue<Integer> handled = new ConcurrentLinkedQueue<>();
        Object projection = new Object() {
            @EventHandler
            public void on(Fixtures.LetterCounted event) {
                handled.add(event.number());
            }
        };
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("letters")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(projection)
                        .build())
                .messageSource(eventStore)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(executor)
                .workerExecutor(executor)
                .initialSegmentCount(1)
                .build();
        processor.start();
        try {
            long[] millis = new long[40];
            for (int number = 0; number < 40; number++) {
                engine.appendEvents(plainEvent(number));
                long committedAt = System.nanoTime();
                int expected = number + 1;
                await().pollInSameThread()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> handled.size() == expected);
                millis[number] = (System.nanoTime() - committedAt) / 1_000_000;
            }
            assertThat(handled)
                    .containsExactlyElementsOf(
                            java.util.stream.IntStream.range(0, 40).boxed().toList());
            Arrays.sort(millis);
            assertThat(millis[20]).as("median, ms: pushed, not polled").isLessThanOrEqualTo(50);
        } finally {
            processor.shutDown();
            executor.shutdownNow();
        }
    }

    private static GlobalSequenceTrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private static <T> CompletableFuture<T> inThread(java.util.concurrent.Callable<? extends T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
