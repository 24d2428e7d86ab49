package cn.huiying.app.rebuilding;

import java.time.Duration;
import java.time.Instant;

/** One rebuild of a read model: how far it is and what came of it. */
public final class Rebuild {

    /** Where it is. */
    public enum State {
        RUNNING,
        /** The new generation is read. */
        DONE,
        /** What there was is still read. */
        FAILED
    }

    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    /** Null where it is nobody's but the caller's. */
    private Thread thread;

    private State state = State.RUNNING;
    private long position;
    private long target;
    private long endedNanos;
    private Instant endedAt;
    private String formerDigest;
    private Boolean same;
    private String fault;

    Rebuild(Instant startedAt, long target) {
        this.startedAt = startedAt;
        this.target = target;
    }

    void run(Thread work) {
        thread = work;
        work.start();
    }

    void join() {
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void reached(long to) {
        position = Math.max(position, to);
    }

    synchronized void aimAt(long head) {
        target = head;
    }

    /** The new generation is read from now on. */
    synchronized void switched() {
        endedNanos = System.nanoTime();
    }

    synchronized void done(Instant at, String before, boolean holdsTheSame) {
        end(State.DONE, at);
        formerDigest = before;
        same = holdsTheSame;
    }

    synchronized void failed(Instant at, String why) {
        end(State.FAILED, at);
        fault = why;
    }

    private void end(State end, Instant at) {
        state = end;
        endedAt = at;
        endedNanos = endedNanos == 0 ? System.nanoTime() : endedNanos;
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    public synchronized State state() {
        return state;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Null while it runs. */
    public synchronized Instant endedAt() {
        return endedAt;
    }

    /** Of the last event that is in the new generation. */
    public synchronized long position() {
        return position;
    }

    /** Where it has to come. */
    public synchronized long target() {
        return Math.max(target, position);
    }

    public synchronized long eventsPerSecond() {
        long nanos = Math.max(1, (endedNanos == 0 ? System.nanoTime() : endedNanos) - startedNanos);
        return Math.round(position * 1e9 / nanos);
    }

    /** Null while nothing can be said. */
    public synchronized Duration timeLeft() {
        long rate = eventsPerSecond();
        return isRunning() && rate > 0 ? Duration.ofSeconds(Math.ceilDiv(target() - position, rate)) : null;
    }

    /** What the former generation held at the switch; null before it. */
    public synchronized String formerDigest() {
        return formerDigest;
    }

    /** Whether both held the same; null before the switch. */
    public synchronized Boolean same() {
        return same;
    }

    /** Why it failed; null where it did not. */
    public synchronized String fault() {
        return fault;
    }
}
