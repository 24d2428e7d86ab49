package cn.huiying.query.common;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** How far each read model of this node has come, and a way to wait for it. Safe for many threads. */
public class ReadPositions {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventStore eventStore;
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    public ReadPositions(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** Everything up to this position can be seen in the read model. */
    public void reached(String readModel, long position) {
        lock.lock();
        try {
            // A processor that starts again tells where its token is, which may be behind what can be seen.
            positions.merge(readModel, position, Math::max);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The position of the last event that can be seen in the read model; 0 before the first. */
    public long of(String readModel) {
        return readModel.equals(ReadsFrom.LOG) ? head() : positions.getOrDefault(readModel, 0L);
    }

    /** Every read model's position, by name. */
    public Map<String, Long> all() {
        return new TreeMap<>(positions);
    }

    /** The position of the log's last event. */
    public long head() {
        TrackingToken head = eventStore.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    /** @throws ReadModelBehind where a read model has not come so far within two seconds */
    public void require(String readModel, long position) throws InterruptedException {
        if (!await(readModel, position, PATIENCE)) {
            throw new ReadModelBehind(readModel, of(readModel), position);
        }
    }

    /** @return whether the position was reached in time */
    public boolean await(String readModel, long position, Duration patience) throws InterruptedException {
        if (of(readModel) >= position) {
            return true;
        }
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (of(readModel) < position) {
                if (nanos <= 0) {
                    return false;
                }
                // The log has no signal of its own here; it is looked at again soon.
                nanos -= readModel.equals(ReadsFrom.LOG) ? pause() : nanos - advanced.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private long pause() throws InterruptedException {
        long slice = TimeUnit.MILLISECONDS.toNanos(5);
        return slice - advanced.awaitNanos(slice);
    }
}
