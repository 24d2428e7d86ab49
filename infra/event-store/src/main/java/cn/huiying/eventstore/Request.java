package cn.huiying.eventstore;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What a caller hands to the writer: its rows, and the place where it waits until they are on disk. */
final class Request {

    final List<StoredEvent> events;
    final boolean snapshot;
    private final Thread caller = Thread.currentThread();
    private Supplier<RuntimeException> failure;
    private volatile boolean done;

    private Request(List<StoredEvent> events, boolean snapshot) {
        this.events = events;
        this.snapshot = snapshot;
    }

    static Request append(List<StoredEvent> events) {
        return new Request(events, false);
    }

    static Request snapshot(StoredEvent snapshot) {
        return new Request(List.of(snapshot), true);
    }

    int bytes() {
        int bytes = 0;
        for (StoredEvent event : events) {
            bytes += event.bytes();
        }
        return bytes;
    }

    /** For the writer: refuse this request; its caller is told when the group is done. */
    void reject(Supplier<RuntimeException> failure) {
        this.failure = failure;
    }

    boolean isRejected() {
        return failure != null;
    }

    void complete() {
        done = true;
        LockSupport.unpark(caller);
    }

    /** An interrupt is kept for later: the writer has the rows, so the caller must hear what became of them. */
    void await() {
        boolean interrupted = false;
        while (!done) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure.get();
        }
    }
}
