package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.open;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** What the tests run in a process of its own: to be killed, to hold the lock, or to run out of disk. */
final class StoreProgram {

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private StoreProgram() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        switch (args[0]) {
            case "load" -> appendUntilKilled(file, args[2]);
            case "hold" -> hold(file);
            case "fill" -> fillTheDisk(file);
            case "break" -> breakTheDisk(file);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Starts it in a JVM of its own; what stands before the command runs it (a shell with a limit, say). */
    static Process start(Path directory, List<String> before, String... args) throws IOException {
        List<String> command = new java.util.ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                StoreProgram.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr").toFile())
                .start();
    }

    /** One write a line, straight to the descriptor: a line that was read was printed before the kill. */
    private static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Streams are named r-round-thread-number-xSIZE and appended whole: SIZE events in one call, then announced. */
    private static void appendUntilKilled(Path file, String round) {
        SqliteEventStorageEngine engine = open(file);
        for (int t = 0; t < 8; t++) {
            int thread = t;
            Thread.ofPlatform().start(() -> {
                SplittableRandom random = new SplittableRandom(thread);
                for (int number = 0; ; number++) {
                    int size = 1 + random.nextInt(4);
                    String stream = "r-" + round + "-" + thread + "-" + number + "-x" + size;
                    engine.appendEvents(LongStream.range(0, size)
                            .mapToObj(sequence -> event(stream, sequence))
                            .toList());
                    say(stream);
                }
            });
        }
    }

    private static void hold(Path file) throws IOException {
        try (SqliteEventStorageEngine engine = open(file)) {
            say("open at " + engine.headPosition());
            System.in.read();
        } catch (EventStoreException e) {
            say(e.getMessage());
        }
    }

    private static void fillTheDisk(Path file) throws Exception {
        Path ballast = file.resolveSibling("ballast");
        Files.write(ballast, new byte[8 << 20]);
        try (SqliteEventStorageEngine engine = open(file)) {
            long stored = appendUntilItFails(engine, 0);
            say("readOnly " + engine.readOnlyReason().isPresent());
            // Full stays full, and says so again; the checkpointer meets it too, several times.
            stored = appendUntilItFails(engine, stored);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            while (System.nanoTime() < end) {
                try {
                    engine.appendEvents(big(stored));
                    stored++;
                } catch (EventStoreException e) {
                    Thread.onSpinWait();
                }
            }
            say("still readOnly " + engine.readOnlyReason().isPresent());
            Files.delete(ballast);
            engine.appendEvents(big(stored++));
            engine.appendEvents(big(stored++));
            say("stored " + stored);
            say("head " + engine.headPosition());
            say("fault " + engine.verify().orElse("none"));
        }
    }

    private static void breakTheDisk(Path file) throws Exception {
        try (SqliteEventStorageEngine engine = open(file)) {
            say("stored " + appendUntilItFails(engine, 0));
            // The disk is well again; the store must not go on as if nothing had happened.
            Process limit = new ProcessBuilder(
                            "prlimit",
                            "--fsize=unlimited",
                            "--pid",
                            Long.toString(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start();
            say("limit lifted " + (limit.waitFor(10, TimeUnit.SECONDS) && limit.exitValue() == 0));
            appendUntilItFails(engine, 1_000_000);
            say("reason " + engine.readOnlyReason().orElse("none"));
        }
    }

    private static long appendUntilItFails(SqliteEventStorageEngine engine, long stored) {
        while (true) {
            try {
                engine.appendEvents(big(stored));
                stored++;
            } catch (EventStoreException e) {
                say("failed " + e.getMessage());
                return stored;
            }
        }
    }

    private static DomainEventMessage<?> big(long sequence) {
        return event("big", sequence, "x".repeat(20_000));
    }
}
