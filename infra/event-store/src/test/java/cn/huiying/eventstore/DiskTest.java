package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @TempDir
    Path directory;

    @Test
    void a_full_disk_fails_the_append_loses_nothing_and_the_store_works_again_when_there_is_room() throws Exception {
        try (SqliteEventStorageEngine engine = open(directory.resolve("events.db"))) {
            engine.limitPages(40);
            long stored = 0;
            EventStoreException full = null;
            while (full == null) {
                try {
                    engine.appendEvents(big(stored));
                    stored++;
                } catch (EventStoreException e) {
                    full = e;
                }
            }
            long next = stored;
            assertThat(full)
                    .hasMessageContaining("disk full: nothing was stored in")
                    .hasMessageContaining("free space and send again");
            assertThat(engine.readOnlyReason()).isEmpty();
            assertThatThrownBy(() -> engine.appendEvents(big(next))).hasMessageContaining("disk full");
            assertThat(engine.headPosition()).isEqualTo(stored);

            engine.limitPages(1_000_000);
            engine.appendEvents(big(next));
            assertThat(engine.readEvents("a").asStream().count()).isEqualTo(stored + 1);
            assertThat(engine.verify()).isEmpty();
        }
    }

    private static DomainEventMessage<?> big(long sequence) {
        return event("a", sequence, "x".repeat(3_000));
    }

    @Test
    void a_really_full_file_system_does_the_same() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("small-disk"));
        Process child = StoreProgram.start(
                directory,
                List.of(
                        "unshare",
                        "-m",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=24m tmpfs \"$0\" || exit 77; exec \"$@\"",
                        mount.toString()),
                "fill",
                mount.resolve("events.db").toString());
        List<String> said = child.inputReader().lines().toList();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String errors = Files.readString(directory.resolve("stderr"));
        assumeTrue(
                child.exitValue() != 77 && !errors.contains("unshare failed"),
                () -> "no file system can be mounted here: " + errors);

        assertThat(child.exitValue()).as(errors).isZero();
        assertThat(said).hasSize(7);
        assertThat(said.get(0)).startsWith("failed disk full: nothing was stored");
        assertThat(said.get(1)).isEqualTo("readOnly false");
        assertThat(said.get(2)).startsWith("failed disk full: nothing was stored");
        assertThat(said.get(3)).isEqualTo("still readOnly false");
        long stored = Long.parseLong(said.get(4).substring("stored ".length()));
        assertThat(stored).isGreaterThan(100);
        assertThat(said.get(5)).isEqualTo("head " + stored);
        assertThat(said.get(6)).isEqualTo("fault none");
    }

    /** A real write error of the kernel (EFBIG): the process may not write files beyond 8 MB. */
    @Test
    void an_error_of_the_disk_turns_the_store_read_only_for_good() throws Exception {
        Path file = directory.resolve("events.db");
        Process child = StoreProgram.start(
                directory, List.of("sh", "-c", "ulimit -S -f 16384; exec \"$0\" \"$@\""), "break", file.toString());
        List<String> said = child.inputReader().lines().toList();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String errors = Files.readString(directory.resolve("stderr"));
        assertThat(said).as(errors).hasSize(5);

        String reason = said.get(0).substring("failed ".length());
        assertThat(reason) // Whoever meets it first: the writer, or the checkpointer when the file reaches that size.
                .contains("is read-only since")
                .contains("SQLITE_IOERR_WRITE")
                .contains("check the disk, then restart");
        long stored = Long.parseLong(said.get(1).substring("stored ".length()));
        assertThat(stored).isGreaterThan(50);
        assertThat(said.get(2)).isEqualTo("limit lifted true");
        assertThat(said.get(3)).as("no retry").isEqualTo("failed " + reason);
        assertThat(said.get(4)).isEqualTo("reason " + reason);

        try (SqliteEventStorageEngine engine = open(file)) {
            assertThat(engine.readOnlyReason()).isEmpty();
            assertThat(engine.headPosition()).as("what was acknowledged").isGreaterThanOrEqualTo(stored);
            assertThat(engine.verify()).isEmpty();
        }
    }
}
