package cn.huiying.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.eventstore.TailingEventStore;
import cn.huiying.shared.serialization.EventSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacedSourceTest {

    /** Longer than a first read takes on a machine that is busy. */
    private static final Duration PACE = Duration.ofSeconds(3);

    private SqliteEventStorageEngine engine;
    private TailingEventStore log;
    private BlockingStream<TrackedEventMessage<?>> stream;

    @BeforeEach
    void open(@TempDir Path folder) {
        engine = SqliteEventStorageEngine.builder()
                .file(folder.resolve("events.sqlite"))
                .meterRegistry(new SimpleMeterRegistry())
                .eventSerializer(EventSerialization.serializer())
                .snapshotSerializer(EventSerialization.serializer())
                .build();
        log = new TailingEventStore(engine);
        stream = new PacedSource(log, PACE).openStream(null);
    }

    @AfterEach
    void close() {
        stream.close();
        engine.close();
    }

    private long nanosBeforeBatch(int events) throws InterruptedException {
        long start = System.nanoTime();
        assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
        long waited = System.nanoTime() - start;
        for (int i = 0; i < events; i++) {
            assertThat(stream.hasNextAvailable()).isTrue();
            stream.nextAvailable();
        }
        assertThat(stream.hasNextAvailable()).isFalse();
        return waited;
    }

    private void publish() {
        log.publish(GenericEventMessage.asEventMessage("happened"));
    }

    @Test
    void after_a_quiet_time_an_event_is_handed_on_at_once_and_the_next_batch_begins_a_pace_later() throws Exception {
        publish();
        assertThat(nanosBeforeBatch(1)).isLessThan(PACE.toNanos());

        publish();
        publish();
        long waited = nanosBeforeBatch(2);
        assertThat(waited).isGreaterThan(PACE.toNanos() / 2);
    }

    @Test
    void what_is_not_there_is_not_waited_for_longer_than_asked() throws Exception {
        assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
    }
}
