package cn.huiying.app.importing;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows how far an import is, how fast, and how long it will take, at most once a second. Safe for many threads. */
final class Progress {

    private final int total;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();
    private long shownAt = start;

    Progress(int total, PrintStream out) {
        this.total = total;
        this.out = out;
    }

    void advance() {
        int now = done.incrementAndGet();
        synchronized (this) {
            long time = System.nanoTime();
            if (time - shownAt >= 1_000_000_000L) {
                shownAt = time;
                show(now, time);
            }
        }
    }

    void done() {
        show(done.get(), System.nanoTime());
    }

    private void show(int now, long time) {
        double rate = now / ((time - start) / 1e9);
        out.printf("%d of %d, %.0f a second, %.0f s left%n", now, total, rate, (total - now) / Math.max(rate, 0.1));
    }
}
