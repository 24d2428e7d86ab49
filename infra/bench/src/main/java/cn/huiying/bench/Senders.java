package cn.huiying.bench;

import cn.huiying.command.common.CommandDoor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Sends lives: each sender waits for the answer before it sends again. */
final class Senders {

    /**
     * @param nanos      how long each command took, sorted
     * @param cpuSeconds what this process used meanwhile
     */
    record Sent(double seconds, long[] nanos, double cpuSeconds) {

        /** Says more than the rate on a machine that others use too. */
        double cpuMicros() {
            return cpuSeconds * 1e6 / nanos.length;
        }

        double rate() {
            return nanos.length / seconds;
        }

        double millis(double quantile) {
            return quantile(nanos, quantile);
        }

        static double quantile(long[] sorted, double quantile) {
            return sorted.length == 0
                    ? Double.NaN
                    : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * quantile))] / 1e6;
        }
    }

    /** Told after each command. */
    interface Answered {
        void at(int sender);
    }

    private Senders() {}

    /** For a time, or until every life is over. */
    static Sent send(CommandDoor door, List<Lives> lives, Duration time) {
        return send(door, lives, time, 0, sender -> {});
    }

    /** @param pace commands a second of all senders together; 0: as fast as they can */
    static Sent send(CommandDoor door, List<Lives> lives, Duration time, double pace, Answered answered) {
        double cpu = Machine.cpuSeconds();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Callable<long[]>> senders = new ArrayList<>();
        for (int i = 0; i < lives.size(); i++) {
            int sender = i;
            long gap = pace == 0 ? 0 : (long) (1e9 * lives.size() / pace);
            senders.add(() -> {
                long[] nanos = new long[1 << 12];
                int count = 0;
                long due = start + gap * sender / lives.size();
                for (Lives.Step step = lives.get(sender).next();
                        step != null && System.nanoTime() < end;
                        step = lives.get(sender).next()) {
                    if (gap > 0) {
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        due += gap;
                    }
                    long before = System.nanoTime();
                    door.send(step.command(), step.actor(), Map.of());
                    if (count == nanos.length) {
                        nanos = Arrays.copyOf(nanos, 2 * count);
                    }
                    nanos[count++] = System.nanoTime() - before;
                    answered.at(sender);
                }
                return Arrays.copyOf(nanos, count);
            });
        }
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("sender-", 0).factory())) {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> sent : threads.invokeAll(senders)) {
                all.add(sent.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Sent(
                    seconds, all.stream().flatMapToLong(Arrays::stream).sorted().toArray(), Machine.cpuSeconds() - cpu);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The senders failed: " + e.getMessage(), e);
        }
    }

    /** Senders that together have some five hundred petitions in hand. */
    static List<Lives> lives(Cast cast, int senders, int firstSender, int most) {
        List<Lives> lives = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            lives.add(new Lives(cast, firstSender + i, Math.max(8, 500 / senders), most));
        }
        return lives;
    }
}
