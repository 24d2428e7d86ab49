package cn.huiying.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.audit.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows as they are stored, searched and read past the framework. */
class LogSearchTest {

    @TempDir
    Path folder;

    private SqliteEventStorageEngine engine;

    @BeforeEach
    void thirty_events_of_three_streams() {
        engine = Fixtures.open(folder.resolve("events.sqlite"));
        for (int i = 0; i < 30; i++) {
            engine.appendEvents(Fixtures.event("S-" + i % 3, i / 3, "payload " + i));
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<Long> found(LogSearch search, long after, long upTo, boolean backwards, int limit) {
        return engine.entries(search, after, upTo, backwards, limit).stream()
                .map(LogEntry::position)
                .toList();
    }

    @Test
    void a_search_goes_both_ways_within_its_bounds_and_its_limit() {
        LogSearch one = LogSearch.ofStreams(Set.of("S-1"));
        assertThat(found(one, 0, 30, false, 100)).containsExactly(2L, 5L, 8L, 11L, 14L, 17L, 20L, 23L, 26L, 29L);
        assertThat(found(one, 5, 20, false, 100)).containsExactly(8L, 11L, 14L, 17L, 20L);
        assertThat(found(one, 5, 30, false, 2)).containsExactly(8L, 11L);
        assertThat(found(one, 0, 20, true, 2)).containsExactly(17L, 20L);
        assertThat(engine.count(one, 5, 20)).isEqualTo(5);
        assertThat(engine.count(LogSearch.ALL, 0, 30)).isEqualTo(30);
        assertThat(found(LogSearch.ofTypes(Set.of("none")), 0, 30, false, 100)).isEmpty();
        LogSearch text = new LogSearch(Set.of(), Set.of(), List.of(), Set.of("payload 7", "payload 9"), null, null);
        assertThat(found(text, 0, 30, false, 100)).containsExactly(8L, 10L);
    }

    @Test
    void rows_are_as_they_are_stored_and_waited_for() throws InterruptedException {
        List<LogEntry> rows = engine.entriesAfter(10, 5);
        assertThat(rows).extracting(LogEntry::position).containsExactly(11L, 12L, 13L, 14L, 15L);
        assertThat(new String(rows.getFirst().payload(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("payload 10");
        assertThat(engine.awaitBeyond(29, Duration.ZERO)).isTrue();
        assertThat(engine.awaitBeyond(30, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void the_file_is_read_alone_also_while_it_is_open() throws IOException {
        try (StoredLog log = new StoredLog(folder.resolve("events.sqlite"))) {
            for (int time = 0; time < 2; time++) {
                assertThat(StreamSupport.stream(log.entries().spliterator(), false)
                                .map(LogEntry::position))
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, 30)
                                .mapToObj(i -> (long) i)
                                .toList());
            }
        }
        assertThatThrownBy(() -> new StoredLog(folder.resolve("none"))).isInstanceOf(EventStoreException.class);
        Path other = Files.writeString(folder.resolve("other"), "not a database, and long enough to be looked at");
        assertThatThrownBy(() -> new StoredLog(other))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("is not an event store");
    }

    /** Of a copy that somebody has changed; the engine has none of it. */
    private List<String> faults(String... statements) throws Exception {
        Path copy = folder.resolve("changed.sqlite");
        Files.deleteIfExists(copy);
        try (StoredLog log = new StoredLog(folder.resolve("events.sqlite"))) {
            StoredLog.write(copy, log.entries());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.executeUpdate(statement);
            }
        }
        try (StoredLog log = new StoredLog(copy)) {
            List<String> found = new ArrayList<>(log.faults());
            List<LogEntry> before = engine.entriesAfter(0, 100);
            List<LogEntry> now =
                    StreamSupport.stream(log.entries().spliterator(), false).toList();
            for (int i = 0; i < Math.max(now.size(), before.size()); i++) {
                if (i >= now.size()
                        || i >= before.size()
                        || !Arrays.equals(now.get(i).leafHash(), before.get(i).leafHash())) {
                    found.add("entry " + i);
                    break;
                }
            }
            return found;
        }
    }

    @Test
    void what_a_platform_would_read_beside_the_signed_events_is_found() throws Exception {
        assertThat(faults()).isEmpty();
        assertThat(faults("UPDATE events SET sequence = NULL WHERE position = 3"))
                .as("an event that its stream no longer has")
                .contains("entry 2");
        assertThat(faults("UPDATE events SET position = -9223372036854775808 WHERE position = 30"))
                .as("an event before every position")
                .contains("entry 0");
        assertThat(faults("INSERT INTO snapshots VALUES ('S', 0, 'T', 'id', '2026', 'E', '1', '{}', '{}')"))
                .singleElement()
                .asString()
                .startsWith("the table snapshots is not empty");
    }

    @Test
    void a_store_is_written_from_what_was_read_and_is_the_same() {
        Path copy = folder.resolve("copy.sqlite");
        try (StoredLog log = new StoredLog(folder.resolve("events.sqlite"))) {
            StoredLog.write(copy, log.entries());
            assertThatThrownBy(() -> StoredLog.write(copy, log.entries())).hasMessageContaining("exists already");
        }
        try (SqliteEventStorageEngine written = Fixtures.open(copy)) {
            assertThat(written.verify()).isEmpty();
            assertThat(written.entriesAfter(0, 100)).usingRecursiveComparison().isEqualTo(engine.entriesAfter(0, 100));
        }
    }
}
