package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalCheckpointerTest {

    private static final long LIMIT = 4 << 20;

    @TempDir
    Path directory;

    @Test
    void the_write_ahead_log_stays_bounded_while_writers_and_readers_never_pause() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AtomicBoolean enough = new AtomicBoolean();
        String text = "x".repeat(40_000);
        try (SqliteEventStorageEngine engine = store(directory.resolve("events.db"))
                .meterRegistry(meters)
                .batchSize(20)
                .walLimitBytes(LIMIT)
                .build()) {
            List<CompletableFuture<?>> readers = new ArrayList<>();
            for (int r = 0; r < 3; r++) {
                readers.add(CompletableFuture.runAsync(
                        () -> {
                            while (!enough.get()) {
                                engine.readEvents(null, false).limit(200).count();
                            }
                        },
                        task -> Thread.ofPlatform().start(task)));
            }
            double largest = 0;
            for (int sequence = 0; sequence < 1000; sequence++) {
                engine.appendEvents(event("a", sequence, text));
                largest = Math.max(
                        largest,
                        meters.get("huiying.eventstore.wal.size").gauge().value());
            }
            enough.set(true);
            readers.forEach(CompletableFuture::join);

            assertThat(largest).as("40 MB were written").isBetween((double) LIMIT, 20.0 * (1 << 20));
        }
    }
}
