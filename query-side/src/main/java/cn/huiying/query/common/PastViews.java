package cn.huiying.query.common;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The last few views of the past that were asked for, each folded from the log once: whoever turns the page reads the same one. One is
 * folded, and one asked, at a time. Safe for many threads.
 *
 * @param <V> the view
 */
public final class PastViews<V> implements AutoCloseable {

    private static final int MOST = 4;
    private static final Duration IDLE = Duration.ofMinutes(5);

    private static final class Kept<V> {

        private final V view;
        private long usedAt;

        Kept(V view) {
            this.view = view;
        }
    }

    private final LongFunction<V> fold;
    private final Consumer<V> drop;
    private final Map<Long, Kept<V>> kept = new LinkedHashMap<>(8, 0.75f, true);
    private final ScheduledExecutorService timer;

    /**
     * @param name of the thread that drops what nobody has asked for in five minutes
     * @param fold the view as of a position
     */
    public PastViews(String name, LongFunction<V> fold, Consumer<V> drop) {
        this.fold = fold;
        this.drop = drop;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        timer.scheduleWithFixedDelay(this::dropIdle, 1, 1, TimeUnit.MINUTES);
    }

    /** @param reading gives away nothing that needs the view */
    public synchronized <R> R read(long position, Function<V, R> reading) {
        Kept<V> one = kept.get(position);
        if (one == null) {
            one = new Kept<>(fold.apply(position));
            kept.put(position, one);
            Iterator<Kept<V>> oldest = kept.values().iterator();
            while (kept.size() > MOST) {
                drop.accept(oldest.next().view);
                oldest.remove();
            }
        }
        one.usedAt = System.nanoTime();
        return reading.apply(one.view);
    }

    private synchronized void dropIdle() {
        long now = System.nanoTime();
        kept.values().removeIf(one -> {
            boolean idle = now - one.usedAt > IDLE.toNanos();
            if (idle) {
                drop.accept(one.view);
            }
            return idle;
        });
    }

    @Override
    public void close() {
        timer.close();
    }
}
