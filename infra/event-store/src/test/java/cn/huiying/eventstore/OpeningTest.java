package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("events.db");
    }

    @Test
    void a_reopened_store_goes_on_where_it_ended() {
        try (SqliteEventStorageEngine engine = open(file)) {
            engine.appendEvents(event("a", 0), event("a", 1));
        }
        try (SqliteEventStorageEngine engine = open(file)) {
            assertThat(engine.headPosition()).isEqualTo(2);
            engine.appendEvents(event("a", 2));
            assertThat(engine.readEvents("a").asStream().count()).isEqualTo(3);
        }
        assertThat(directory.resolve("events.db-wal"))
                .as("the log is in the file")
                .doesNotExist();
    }

    @Test
    void any_sql_tool_reads_the_events() throws Exception {
        try (SqliteEventStorageEngine engine = open(file)) {
            engine.appendEvents(event("petition-1", 0, "路灯坏了"));
            try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement sql = sqlite.createStatement();
                    var row = sql.executeQuery("SELECT stream, typeof(payload), payload ->> '$.text', position"
                            + " FROM events WHERE recorded_at > '2020'")) {
                assertThat(row.getString(1)).isEqualTo("petition-1");
                assertThat(row.getString(2)).isEqualTo("text");
                assertThat(row.getString(3)).isEqualTo("路灯坏了");
                assertThat(row.getLong(4)).isEqualTo(1);
            }
        }
    }

    @Test
    void a_file_that_is_not_sqlite_is_named_and_left_alone() throws Exception {
        Files.writeString(file, "Dear mayor, ".repeat(1000));

        refusedAndUntouched("is not an SQLite file");
    }

    @Test
    void a_short_file_is_named_and_left_alone() throws Exception {
        Files.writeString(file, "SQLite format 3\0");

        refusedAndUntouched("is not an SQLite file");
    }

    @Test
    void a_database_of_another_application_is_named_and_left_alone() throws Exception {
        execute("CREATE TABLE letters (id)");

        refusedAndUntouched("another application");
    }

    @Test
    void a_newer_schema_is_refused_and_left_alone() throws Exception {
        open(file).close();
        execute("PRAGMA user_version = " + (Schema.VERSION + 1));

        refusedAndUntouched("has schema version 2, this program knows up to 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 4096, 20_000})
    void a_damaged_file_is_named_and_left_alone(int damagedFrom) throws Exception {
        try (SqliteEventStorageEngine engine = open(file)) {
            for (int sequence = 0; sequence < 200; sequence++) {
                engine.appendEvents(event("a", sequence));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, damagedFrom, damagedFrom + 4000, (byte) 0x5A);
        Files.write(file, bytes);

        refusedAndUntouched("restore a backup");
    }

    @Test
    void a_cut_off_file_is_named_and_left_alone() throws Exception {
        try (SqliteEventStorageEngine engine = open(file)) {
            for (int sequence = 0; sequence < 200; sequence++) {
                engine.appendEvents(event("a", sequence));
            }
        }
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 3 * 4096));

        refusedAndUntouched("restore a backup");
    }

    @Test
    void a_log_without_its_file_is_not_thrown_away() throws Exception {
        Path log = directory.resolve("events.db-wal");
        Files.write(log, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("is missing or empty while its write-ahead log events.db-wal holds data");
        assertThat(Files.readAllBytes(log)).containsExactly(1, 2, 3);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_second_open_in_this_process_is_refused_and_does_not_break_the_lock() throws Exception {
        try (SqliteEventStorageEngine engine = open(file)) {
            assertThatThrownBy(() -> open(directory.resolve(".").resolve("events.db")))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("is already open in this process");

            assertThat(firstLineOfAnotherProcess()).contains("is in use by another process");
            engine.appendEvents(event("a", 0));
        }
        assertThat(firstLineOfAnotherProcess()).isEqualTo("open at 1");
    }

    private String firstLineOfAnotherProcess() throws Exception {
        Process other = StoreProgram.start(directory, List.of(), "hold", file.toString());
        try (BufferedReader out = other.inputReader()) {
            String line = out.readLine();
            other.destroyForcibly().waitFor();
            return line;
        }
    }

    @Test
    void a_second_process_is_refused_until_the_first_is_gone() throws Exception {
        Process first = StoreProgram.start(directory, List.of(), "hold", file.toString());
        try (BufferedReader out = first.inputReader()) {
            assertThat(out.readLine()).isEqualTo("open at 0");

            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("is in use by another process (process " + first.pid() + ")")
                    .hasMessageContaining("stop that process");
        } finally {
            first.destroyForcibly();
            assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        open(file).close();
    }

    @Test
    void a_missing_serializer_is_named_instead_of_falling_back_to_xstream() {
        assertThatThrownBy(() -> SqliteEventStorageEngine.builder()
                        .file(file)
                        .meterRegistry(new io.micrometer.core.instrument.simple.SimpleMeterRegistry())
                        .eventSerializer(Fixtures.JSON)
                        .build())
                .isInstanceOf(AxonConfigurationException.class)
                .hasMessageContaining("needs a snapshotSerializer");
    }

    private void refusedAndUntouched(String reason) throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private void execute(String statement) throws SQLException {
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = sqlite.createStatement()) {
            sql.execute(statement);
        }
    }
}
