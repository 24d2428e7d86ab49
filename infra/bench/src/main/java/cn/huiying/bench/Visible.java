package cn.huiying.bench;

import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.query.common.ReadPositions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How soon after a command's answer every view shows what it did, at a steady thousand commands a second. */
final class Visible {

    private static final int PACE = 1_000;

    /** When a position was committed, or could be seen. */
    private record Moment(long position, long nanos) {}

    private final Settings settings;
    private final Report report;

    Visible(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void run() throws Exception {
        for (int round = 0; round < settings.rounds(); round++) {
            Path data = Folders.fresh(settings.work().resolve("visible"));
            try (Platform platform = Platform.both(data)) {
                Cast cast = Cast.assemble(platform);
                send(platform, cast, 0);
                measure(platform, cast);
            }
            Folders.delete(data);
        }
    }

    private Senders.Sent send(Platform platform, Cast cast, int firstSender) {
        return Senders.send(
                platform.door(),
                Senders.lives(cast, 16, firstSender, Integer.MAX_VALUE),
                settings.slice(),
                PACE,
                sender -> {});
    }

    private void measure(Platform platform, Cast cast) throws Exception {
        ReadPositions positions = platform.bean(ReadPositions.class);
        Map<String, List<Moment>> seen = new HashMap<>();
        List<Thread> watchers = new ArrayList<>();
        for (String projection : platform.projections()) {
            List<Moment> moments = new ArrayList<>();
            seen.put(projection, moments);
            watchers.add(Thread.ofPlatform().start(() -> {
                try {
                    while (!Thread.interrupted()) {
                        long now = positions.of(projection);
                        if (moments.isEmpty() || moments.getLast().position() < now) {
                            moments.add(new Moment(now, System.nanoTime()));
                        } else {
                            positions.await(projection, now + 1, Duration.ofSeconds(1));
                        }
                    }
                } catch (InterruptedException e) {
                    // Over.
                }
            }));
        }
        ConcurrentLinkedQueue<Moment> committed = new ConcurrentLinkedQueue<>();
        Senders.Sent sent = Senders.send(
                platform.door(),
                Senders.lives(cast, 16, 1_000, Integer.MAX_VALUE),
                settings.slice(),
                PACE,
                // The head may be another's, later one: that only makes the wait look longer.
                sender -> committed.add(new Moment(platform.door().position(), System.nanoTime())));
        for (String projection : platform.projections()) {
            positions.await(projection, positions.head(), Duration.ofSeconds(10));
        }
        Thread.sleep(100);
        for (Thread watcher : watchers) {
            watcher.interrupt();
            watcher.join();
        }
        report.add(new Row("pace while watching", "commands/s", "1 000", null, false), Who.OURS, sent.rate());
        long[] slowest = new long[committed.size()];
        for (String projection : platform.projections()) {
            long[] waits = waits(committed, seen.get(projection));
            // The due list is nobody's view: it is swept every ten seconds, and gathers a quarter of a second on
            // purpose.
            for (int i = 0; i < waits.length && !projection.equals("due-list"); i++) {
                slowest[i] = Math.max(slowest[i], waits[i]);
            }
            add(projection, waits, "");
        }
        add("every view", slowest, "p99 ≤ 20 ms");
    }

    private void add(String view, long[] waits, String target) {
        Arrays.sort(waits);
        report.add(
                new Row("commit to visible, " + view + ", p50", "ms", "", null, true),
                Who.OURS,
                Senders.Sent.quantile(waits, 0.5));
        report.add(
                new Row("commit to visible, " + view + ", p99", "ms", target, null, true),
                Who.OURS,
                Senders.Sent.quantile(waits, 0.99));
    }

    private static long[] waits(Iterable<Moment> committed, List<Moment> seen) {
        List<Long> waits = new ArrayList<>();
        for (Moment commit : committed) {
            int low = 0;
            int high = seen.size() - 1;
            while (low < high) {
                int middle = (low + high) / 2;
                if (seen.get(middle).position() >= commit.position()) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            waits.add(Math.max(0, seen.get(low).nanos() - commit.nanos()));
        }
        return waits.stream().mapToLong(Long::longValue).toArray();
    }
}
