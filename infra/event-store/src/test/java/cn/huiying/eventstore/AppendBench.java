package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Durable events a second for 1, 16 and 64 callers, next to what the disk can do in the same run. Not part of the build:
 * {@code mvn -pl infra/event-store test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java
 * -Dexec.args="-cp %classpath cn.huiying.eventstore.AppendBench [directory]"};
 * system properties {@code seconds} (a run), {@code rounds} (the first warms up), {@code virtual} (threads).
 */
final class AppendBench {

    private static final String TEXT = "回".repeat(200) + "x".repeat(180);
    private static final int SECONDS = Integer.getInteger("seconds", 5);

    private static final boolean VIRTUAL = Boolean.getBoolean("virtual");

    private AppendBench() {}

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "."), "append-bench");
        System.out.printf(
                "callers are %s threads, %d processors%n",
                VIRTUAL ? "virtual" : "platform", Runtime.getRuntime().availableProcessors());
        for (int round = 0; round < Integer.getInteger("rounds", 2); round++) {
            System.out.printf("raw fdatasync of 4 KB appends: %d/s%n", fsyncsASecond(directory));
            for (int callers : new int[] {1, 16, 64}) {
                run(directory, callers, round == 0 ? "(warming up) " : "");
            }
        }
        System.out.printf("raw fdatasync of 4 KB appends: %d/s%n", fsyncsASecond(directory));
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static int fsyncsASecond(Path directory) throws IOException {
        Path raw = directory.resolve("raw");
        int syncs = 0;
        try (FileChannel channel = FileChannel.open(raw, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (System.nanoTime() < end) {
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
                syncs++;
            }
        }
        Files.delete(raw);
        return syncs / 2;
    }

    private static void run(Path directory, int callers, String note) throws Exception {
        Path file = directory.resolve("bench-" + callers + "-" + System.nanoTime() + ".db");
        try (SqliteEventStorageEngine engine = store(file).build()) {
            long[][] latencies = new long[callers][SECONDS * 6_000];
            int[] counts = new int[callers];
            CountDownLatch done = new CountDownLatch(callers);
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
            for (int c = 0; c < callers; c++) {
                int caller = c;
                (VIRTUAL ? Thread.ofVirtual() : Thread.ofPlatform()).start(() -> {
                    // Each caller works on 500 petitions of its own, in random order.
                    SplittableRandom random = new SplittableRandom(caller);
                    int[] sequences = new int[500];
                    while (System.nanoTime() < end) {
                        int petition = random.nextInt(sequences.length);
                        String stream = "petition-" + Integer.toHexString(petition * 0x9E3779B1) + "-4b1d-" + caller
                                + "-aaaaaaaaaaaa";
                        long before = System.nanoTime();
                        engine.appendEvents(event(stream, sequences[petition]++, TEXT));
                        latencies[caller][counts[caller]++] = System.nanoTime() - before;
                    }
                    done.countDown();
                });
            }
            done.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = new long[Arrays.stream(counts).sum()];
            int at = 0;
            for (int c = 0; c < callers; c++) {
                System.arraycopy(latencies[c], 0, all, at, counts[c]);
                at += counts[c];
            }
            Arrays.sort(all);
            System.out.printf(
                    "%s%2d callers: %,.0f events/s, p50 %.2f ms, p99 %.2f ms, max %.0f ms, wal %d MB%n",
                    note,
                    callers,
                    all.length / seconds,
                    all[all.length / 2] / 1e6,
                    all[(int) (all.length * 0.99)] / 1e6,
                    all[all.length - 1] / 1e6,
                    Files.size(Path.of(file + "-wal")) >> 20);
            long scan = System.nanoTime();
            long rows = engine.readEvents(null, false).count();
            System.out.printf(
                    "%s            ordered scan %,.0f rows/s (%d rows)%n",
                    note, rows / ((System.nanoTime() - scan) / 1e9), rows);
        }
        Files.delete(file);
    }
}
