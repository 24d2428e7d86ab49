package cn.huiying.eventstore;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the log is on disk, and the bell that rings when it grows. A thread of its own rings it, so that neither the
 * number of readers nor a slow callback costs the writer anything; commits that come faster than it rings are one ring.
 */
final class CommittedPosition implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(CommittedPosition.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
    private final Thread bell;
    private volatile long position;
    private volatile boolean closed;

    CommittedPosition(long position, String name) {
        this.position = position;
        bell = Thread.ofPlatform().daemon().name(name).start(this::ring);
    }

    long get() {
        return position;
    }

    /** Called by the writer only, after the commit. */
    void advanceTo(long committed) {
        position = committed;
        LockSupport.unpark(bell);
    }

    /**
     * Waits until there is something after the position; looks under the lock that the bell takes, so that no commit
     * is slept through.
     *
     * @param abandoned looked at whenever woken: true ends the waiting
     * @return whether there is something; false when the time is up or the waiting was abandoned
     * @throws IllegalStateException when the store is closed, also while waiting
     */
    boolean awaitBeyond(long seen, long nanos, BooleanSupplier abandoned) throws InterruptedException {
        if (position > seen) {
            return true;
        }
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (position <= seen) {
                if (closed) {
                    throw new IllegalStateException("the event store is closed");
                }
                if (left <= 0 || abandoned.getAsBoolean()) {
                    return false;
                }
                left = grown.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** From now on the callback runs after each growth, on the bell's thread: it must not block. */
    void onGrowth(Runnable callback) {
        callbacks.add(callback);
    }

    void forget(Runnable callback) {
        callbacks.remove(callback);
    }

    /** Wakes those who wait, so that they look at their own state again. */
    void wakeAll() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void ring() {
        long rung = position;
        while (!closed) {
            long now = position;
            if (now == rung) {
                LockSupport.park(this);
                continue;
            }
            rung = now;
            wakeAll();
            for (Runnable callback : callbacks) {
                try {
                    callback.run();
                } catch (RuntimeException e) {
                    logger.warn("A reader's callback failed; the reader still finds its events by polling.", e);
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(bell);
        wakeAll();
    }
}
