package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    @TempDir
    Path directory;

    @Test
    void after_20_kills_in_mid_load_every_acknowledged_event_is_there_and_none_by_half() throws Exception {
        Path file = directory.resolve("events.db");
        SplittableRandom random = new SplittableRandom(20);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            acknowledged.addAll(loadAndKill(file, round, 100 + random.nextInt(500)));

            try (SqliteEventStorageEngine engine = open(file)) {
                assertThat(engine.verify()).isEmpty();
                Map<String, Integer> stored = new HashMap<>();
                engine.readEvents(null, false)
                        .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                        .forEach(stream -> stored.merge(stream, 1, Integer::sum));
                assertThat(acknowledged.stream().filter(stream -> !stored.containsKey(stream)))
                        .as("acknowledged, but not there after kill %d", round + 1)
                        .isEmpty();
                assertThat(stored.entrySet().stream()
                                .filter(stream -> !stream.getKey().endsWith("-x" + stream.getValue())))
                        .as("appended by half at kill %d", round + 1)
                        .isEmpty();
            }
        }
        assertThat(acknowledged).as("the load was worth killing").hasSizeGreaterThan(500);
    }

    private List<String> loadAndKill(Path file, int round, int millisAfterFirstAcknowledgement) throws Exception {
        Process child = StoreProgram.start(directory, List.of(), "load", file.toString(), Integer.toString(round));
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            List<String> acknowledged = new ArrayList<>();
            String first = out.readLine();
            assertThat(first)
                    .as("stderr: %s", Files.readString(directory.resolve("stderr")))
                    .isNotNull();
            acknowledged.add(first);
            CompletableFuture.runAsync(
                    child.toHandle()::destroyForcibly,
                    CompletableFuture.delayedExecutor(millisAfterFirstAcknowledgement, TimeUnit.MILLISECONDS));
            out.lines().forEach(acknowledged::add);
            assertThat(child.waitFor()).as("killed by signal 9").isEqualTo(128 + 9);
            return acknowledged;
        }
    }

    @Test
    void a_torn_or_garbled_tail_of_the_log_costs_only_the_tail() throws Exception {
        Path file = directory.resolve("events.db");
        try (SqliteEventStorageEngine engine = open(file)) {
            append(engine, 0, 100);
        }
        byte[] checkpointed = Files.readAllBytes(file);
        byte[] log;
        try (SqliteEventStorageEngine engine = open(file)) {
            append(engine, 100, 200);
            log = Files.readAllBytes(directory.resolve("events.db-wal"));
        }

        SplittableRandom random = new SplittableRandom(7);
        List<Long> heads = new ArrayList<>();
        for (int cut = 0; cut < 10; cut++) {
            byte[] torn = Arrays.copyOf(log, 32 + random.nextInt(log.length - 32));
            heads.add(headAfterRecovery("torn-" + cut, checkpointed, torn));

            byte[] garbled = log.clone();
            for (int at = garbled.length - 1 - random.nextInt(20_000); at < garbled.length; at++) {
                garbled[at] = (byte) random.nextInt();
            }
            heads.add(headAfterRecovery("garbled-" + cut, checkpointed, garbled));
        }
        heads.add(headAfterRecovery("whole", checkpointed, log));

        assertThat(heads).allSatisfy(head -> assertThat(head).isBetween(100L, 200L));
        assertThat(heads).as("some tails were really lost").anyMatch(head -> head < 200);
        assertThat(heads.getLast()).as("an undamaged log is recovered whole").isEqualTo(200);
    }

    private long headAfterRecovery(String name, byte[] file, byte[] log) throws IOException {
        Path copy = directory.resolve(name);
        Files.write(copy, file);
        Files.write(directory.resolve(name + "-wal"), log);
        try (SqliteEventStorageEngine engine = open(copy)) {
            assertThat(engine.verify()).as(name).isEmpty();
            long head = engine.headPosition();
            assertThat(engine.readEvents("a").asStream().count()).isEqualTo(head);
            engine.appendEvents(event("a", head));
            assertThat(engine.headPosition()).isEqualTo(head + 1);
            return head;
        }
    }

    private static void append(SqliteEventStorageEngine engine, int from, int to) {
        for (int sequence = from; sequence < to; sequence++) {
            engine.appendEvents(event("a", sequence));
        }
    }
}
