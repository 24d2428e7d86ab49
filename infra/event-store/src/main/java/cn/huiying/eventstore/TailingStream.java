package cn.huiying.eventstore;

import cn.huiying.eventstore.RecentMessages.Piece;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/** Reads batch after batch, and waits on the committed position where the log ends. For one consumer. */
final class TailingStream implements TrackingEventStream {

    /** Whoever looks at one event reads no more than that; whoever goes on reads ever more at once. */
    private static final int FIRST_PIECE = 4;

    private final SqliteEventStorageEngine engine;
    private final CommittedPosition committed;
    private final ArrayDeque<TrackedEventMessage<?>> batch = new ArrayDeque<>();
    private long position;
    private int most = FIRST_PIECE;
    private Runnable callback;
    private volatile boolean closed;

    TailingStream(SqliteEventStorageEngine engine, CommittedPosition committed, long position) {
        this.engine = engine;
        this.committed = committed;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasReadAhead() ? Optional.of(batch.peekFirst()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable() {
        return hasReadAhead();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!hasReadAhead()) {
            if (closed || !committed.awaitBeyond(position, deadline - System.nanoTime(), () -> closed)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            if (closed) {
                throw new IllegalStateException("the stream is closed");
            }
        }
        return batch.pollFirst();
    }

    /** Never waits; goes to the file only when there is something to read. */
    private boolean hasReadAhead() {
        while (batch.isEmpty() && !closed && committed.get() > position) {
            Piece piece = committed.get() - position < RecentMessages.MOST
                    ? engine.recentMessages().after(position)
                    : engine.pieceAfter(position, most);
            most = Math.min(RecentMessages.MOST, 4 * most);
            batch.addAll(piece.messages());
            position = piece.position();
        }
        return !closed && !batch.isEmpty();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        forgetCallback();
        this.callback = callback;
        committed.onGrowth(callback);
        callback.run();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        forgetCallback();
        committed.wakeAll();
    }

    private void forgetCallback() {
        if (callback != null) {
            committed.forget(callback);
        }
    }
}
