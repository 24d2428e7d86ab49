package cn.huiying.bench;

import cn.huiying.audit.AuditTree;
import cn.huiying.audit.Checkpoint;
import cn.huiying.audit.LogEntry;
import cn.huiying.audit.LogVerifier;
import cn.huiying.audit.NoteKey;
import cn.huiying.audit.StoreVerifier;
import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.eventstore.ProvenLog;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.eventstore.StoredLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the tree costs, and how long proofs and verifying take. */
final class Audited {

    private static final String SHA = "SHA-256 of the same bytes, one thread";
    private static final int EVENTS = 200_000;
    private static final int LEAVES = 10_000_000;
    private static final int PROOFS = 20_000;
    private static final String LOG = "bench";
    /** The thread that follows the log. */
    private static final String TREE = LOG + "-tree";

    private static final Row WITHOUT = new Row("durable commands, 64 senders, without the tree", "/s", "", null, false);
    private static final Row WITH = new Row("… with the tree behind the writer", "/s", "", null, false);
    private static final Row COST = new Row("… what the tree costs, by the rates", "%", "≤ 3 %", null, true);
    private static final Row PROCESSOR =
            new Row("… what the tree takes of the processor, against all the rest", "%", "≤ 3 %", null, true);
    private static final Row IN_MEMORY =
            new Row("verifying events, one core, from memory", "/s", "≥ 500 000 /s", SHA, false);
    private static final Row STORE = new Row("… from a store's file, every checkpoint and leaf", "/s", "", SHA, false);
    private static final Row FLIPPED = new Row("… one flipped bit found and located", "ms", "always", null, true);
    private static final Row LINES =
            new Row("the log as lines over HTTP, for 200 000 events", "s", "≤ 10 s", null, true);
    private static final Row INCLUSION = new Row("inclusion proof at 10⁷ leaves, p99", "ms", "≤ 1 ms", null, true);
    private static final Row CONSISTENCY = new Row("consistency proof at 10⁷ leaves, p99", "ms", "≤ 1 ms", null, true);

    private final Settings settings;
    private final Report report;

    private final KeyPair pair;
    private int slices;
    private final NoteKey key;

    Audited(Settings settings, Report report) throws GeneralSecurityException {
        this.settings = settings;
        this.report = report;
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = NoteKey.of("example.org/bench", pair.getPublic());
    }

    void run() throws Exception {
        cost();
        verifying();
        lines();
        proofs();
    }

    /** In turns within one process, so that the disk's moods meet both. */
    private void cost() throws Exception {
        Path data = Folders.fresh(settings.work().resolve("audited"));
        try (Platform platform = Platform.commandSide(data)) {
            Cast cast = Cast.assemble(platform);
            SqliteEventStorageEngine log = platform.bean(SqliteEventStorageEngine.class);
            // Warming up, not counted.
            Senders.send(platform.door(), lives(cast), settings.slice());
            List<Double> costs = new ArrayList<>();
            for (int turn = 0; turn < 6; turn++) {
                boolean treeFirst = turn % 2 == 0;
                double first = sent(platform, cast, log, data, treeFirst);
                double second = sent(platform, cast, log, data, !treeFirst);
                double with = treeFirst ? first : second;
                double without = treeFirst ? second : first;
                report.add(WITH, Who.OURS, with);
                report.add(WITHOUT, Who.OURS, without);
                costs.add(100 * (1 - with / without));
                report.add(COST, Who.OURS, costs.getLast());
            }
        }
        Folders.delete(data);
    }

    /** Others each time: those of a slice before were cut off in the middle. */
    private List<Lives> lives(Cast cast) {
        slices++;
        return Senders.lives(cast, 64, 1_000 * slices, Integer.MAX_VALUE);
    }

    private double sent(Platform platform, Cast cast, SqliteEventStorageEngine log, Path data, boolean tree)
            throws Exception {
        ProvenLog followed = tree ? followed(log, data.resolve("audit")) : null;
        double all = Machine.cpuSeconds();
        double ofTree = tree ? Machine.cpuSeconds(TREE) : 0;
        double rate =
                Senders.send(platform.door(), lives(cast), settings.slice()).rate();
        if (followed != null) {
            all = Machine.cpuSeconds() - all;
            ofTree = Machine.cpuSeconds(TREE) - ofTree;
            report.add(PROCESSOR, Who.OURS, 100 * ofTree / (all - ofTree));
            followed.stop();
        }
        return rate;
    }

    /** What is there already is in the tree before this returns. */
    private ProvenLog followed(SqliteEventStorageEngine log, Path folder) {
        AuditTree tree = new AuditTree(folder, key, pair.getPrivate());
        ProvenLog followed = new ProvenLog(LOG, log, tree, List.of(), Duration.ofMinutes(1), new SimpleMeterRegistry());
        followed.sign();
        return followed;
    }

    private void verifying() throws Exception {
        Path folder = new Logs(settings.work()).of(EVENTS);
        Folders.fresh(folder.resolve("audit"));
        try (SqliteEventStorageEngine log = Logs.engine(folder)) {
            followed(log, folder.resolve("audit")).stop();
        }
        List<byte[]> entries = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        try (StoredLog log = new StoredLog(folder.resolve("events.sqlite"))) {
            for (LogEntry entry : log.entries()) {
                entries.add(entry.bytes());
                leaves.add(entry.leafHash());
            }
            int size = entries.size();
            Checkpoint checkpoint;
            try (AuditTree tree =
                    new AuditTree(Folders.fresh(settings.work().resolve("memory-tree")), key, pair.getPrivate())) {
                log.entries().forEach(tree::add);
                checkpoint = tree.sign().checkpoint();
            }
            LogVerifier verifier = new LogVerifier(entries, Optional.of(leaves), 1, size, List.of(), checkpoint);
            StoreVerifier store = new StoreVerifier(
                    () -> StreamSupport.stream(log.entries().spliterator(), false)
                            .map(LogEntry::bytes)
                            .iterator(),
                    folder.resolve("audit"),
                    key,
                    List.of());
            sound(verifier.fault());
            for (int round = 0; round < 5; round++) {
                long start = System.nanoTime();
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                entries.forEach(sha256::digest);
                report.ceiling(SHA, size / seconds(start));
                start = System.nanoTime();
                sound(verifier.fault());
                report.add(IN_MEMORY, Who.OURS, size / seconds(start));
                start = System.nanoTime();
                sound(store.verify().faults().stream().findFirst());
                report.add(STORE, Who.OURS, size / seconds(start));
            }
            report.note(String.format(
                    Locale.ROOT,
                    "%d events of %.0f bytes on the average",
                    size,
                    entries.stream().mapToInt(entry -> entry.length).average().orElseThrow()));
            SplittableRandom random = new SplittableRandom(Settings.SEED);
            for (int flips = 0; flips < 10; flips++) {
                int at = random.nextInt(size);
                byte[] kept = entries.get(at);
                byte[] flipped = kept.clone();
                flipped[9 + random.nextInt(kept.length - 9)] ^= (byte) (1 << random.nextInt(8));
                entries.set(at, flipped);
                long start = System.nanoTime();
                String fault = verifier.fault().orElseThrow();
                report.add(FLIPPED, Who.OURS, seconds(start) * 1e3);
                if (!fault.startsWith("event " + (at + 1) + " ")) {
                    throw new IllegalStateException("Event " + (at + 1) + " was altered, found was: " + fault);
                }
                entries.set(at, kept);
            }
        }
    }

    private static void sound(Optional<String> fault) {
        fault.ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }

    /** The whole log as lines, by an auditor of the running jar. */
    private void lines() throws Exception {
        Path folder = new Logs(settings.work()).of(EVENTS);
        Folders.fresh(folder.resolve("audit"));
        try (Platform platform = Platform.both(folder)) {
            platform.secondsToHead();
        }
        try (Jar jar = Jar.start(folder);
                HttpClient http = HttpClient.newHttpClient()) {
            jar.awaitReady(http);
            String token;
            try (HttpLoad.Client client = new HttpLoad.Client(jar.port())) {
                token = People.token(client, "auditor");
            }
            HttpRequest all = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jar.port() + "/api/audit/events"))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/x-ndjson")
                    .build();
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                HttpResponse<Stream<String>> answer = http.send(all, HttpResponse.BodyHandlers.ofLines());
                long events = answer.body().count();
                report.add(LINES, Who.OURS, seconds(start) * 200_000 / events);
            }
        }
    }

    private void proofs() throws Exception {
        Path folder = Folders.fresh(settings.work().resolve("large-tree"));
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
        try (AuditTree tree = new AuditTree(folder, key, pair.getPrivate())) {
            long start = System.nanoTime();
            for (long position = 1; position <= LEAVES; position++) {
                tree.add(new LogEntry(position, "S", position, "T", "id", "at", "E", "1", payload, payload));
            }
            tree.sign();
            report.note(String.format(Locale.ROOT, "the tree of 10⁷ leaves was built in %.0f s", seconds(start)));
            SplittableRandom random = new SplittableRandom(Settings.SEED);
            for (int round = 0; round < 3; round++) {
                report.add(INCLUSION, Who.OURS, p99(() -> {
                    long size = 1 + random.nextLong(LEAVES);
                    tree.inclusion(1 + random.nextLong(size), size);
                }));
                report.add(CONSISTENCY, Who.OURS, p99(() -> {
                    long size = 1 + random.nextLong(LEAVES);
                    tree.consistency(1 + random.nextLong(size), size);
                }));
            }
        }
        Folders.delete(folder);
    }

    private static double p99(Runnable proof) {
        long[] nanos = new long[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long start = System.nanoTime();
            proof.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[PROOFS * 99 / 100] / 1e6;
    }

    private static double seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
    }
}
