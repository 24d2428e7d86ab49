package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path directory;

    @Test
    void a_backup_taken_while_writing_opens_and_verifies() {
        Path backup = directory.resolve("backup.db");
        AtomicBoolean enough = new AtomicBoolean();
        try (SqliteEventStorageEngine engine = open(directory.resolve("events.db"))) {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int w = 0; w < 4; w++) {
                String stream = "petition-" + w;
                writers.add(CompletableFuture.runAsync(
                        () -> {
                            for (int sequence = 0; !enough.get(); sequence++) {
                                engine.appendEvents(event(stream, sequence));
                            }
                        },
                        task -> Thread.ofPlatform().start(task)));
            }
            await().until(() -> engine.headPosition() > 500);
            long before = engine.headPosition();
            engine.backup(backup);
            long after = engine.headPosition();
            await().until(() -> engine.headPosition() > after);
            enough.set(true);
            writers.forEach(CompletableFuture::join);

            try (SqliteEventStorageEngine copy = open(backup)) {
                assertThat(copy.verify()).isEmpty();
                assertThat(copy.headPosition()).isBetween(before, after);
                assertThat(copy.readEvents(null, false).count()).isEqualTo(copy.headPosition());
            }
            assertThat(engine.verify()).isEmpty();
        }
    }

    @Test
    void an_existing_file_is_not_overwritten_by_a_backup() throws Exception {
        Path backup = directory.resolve("backup.db");
        Files.writeString(backup, "last year's backup");
        try (SqliteEventStorageEngine engine = open(directory.resolve("events.db"))) {
            engine.appendEvents(event("a", 0));

            assertThatThrownBy(() -> engine.backup(backup))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("exists already: name a new file");
        }
        assertThat(backup).hasContent("last year's backup");
    }

    @Test
    void verifying_names_the_first_missing_position() throws Exception {
        assertThat(faultAfter("UPDATE events SET position = 9 WHERE position = 4"))
                .contains("position 4 is missing: 9 follows 3");
    }

    @Test
    void verifying_names_the_first_missing_sequence() throws Exception {
        assertThat(faultAfter("UPDATE events SET sequence = 7 WHERE position = 4"))
                .contains("stream a lacks sequence 3: 7 is there");
    }

    @Test
    void verifying_names_a_stream_whose_order_is_not_that_of_its_positions() throws Exception {
        assertThat(faultAfter(
                        "UPDATE events SET sequence = 99 WHERE position = 3",
                        "UPDATE events SET sequence = 2 WHERE position = 4",
                        "UPDATE events SET sequence = 3 WHERE position = 3"))
                .contains("stream a is out of order: sequence 3 has position 3, its predecessor 4");
    }

    private String faultAfter(String... tampering) throws SQLException {
        Path file = directory.resolve("events.db");
        try (SqliteEventStorageEngine engine = open(file)) {
            for (int sequence = 0; sequence < 4; sequence++) {
                engine.appendEvents(event("a", sequence));
            }
        }
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = sqlite.createStatement()) {
            for (String statement : tampering) {
                sql.execute(statement);
            }
        }
        try (SqliteEventStorageEngine engine = open(file)) {
            return engine.verify().orElse("sound");
        }
    }
}
