package cn.huiying.eventstore;

import cn.huiying.audit.AuditTree;
import cn.huiying.audit.AuditTree.Signed;
import cn.huiying.audit.LogEntry;
import cn.huiying.audit.Witness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log and the tree that proves it: what is committed goes into the tree by a thread of its own, behind the writer; the head is
 * signed every so often and on demand, and witnesses are handed what was signed. Once the log does not fit what was signed over it
 * nothing is signed any more: see {@link #fault}.
 */
public final class ProvenLog {

    private static final Logger logger = LoggerFactory.getLogger(ProvenLog.class);

    private static final int BATCH = 2_000;

    /** What gathers meanwhile is read at once. */
    private static final Duration PACE = Duration.ofMillis(100);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final String name;
    private final SqliteEventStorageEngine log;
    private final AuditTree tree;
    private final List<Witness> witnesses;
    private final Duration every;
    private final Thread follower;
    private final Thread messenger;
    private final Map<Witness, Long> kept = new HashMap<>();
    private final Map<String, String> unwitnessed = new TreeMap<>();

    /** What was signed before this start is looked at once. */
    private boolean continued;

    private volatile String fault;
    private volatile boolean closed;
    private long signedAt = System.nanoTime();

    /** @param every how often what is new is signed */
    public ProvenLog(
            String name,
            SqliteEventStorageEngine log,
            AuditTree tree,
            List<Witness> witnesses,
            Duration every,
            MeterRegistry meters) {
        this.name = name;
        this.log = log;
        this.tree = tree;
        this.witnesses = witnesses;
        this.every = every;
        Gauge.builder("huiying.audit.signed.position", tree, ProvenLog::signed)
                .description("Position up to where the log is signed")
                .tag("log", name)
                .register(meters);
        Gauge.builder("huiying.audit.unwitnessed", this, proven -> proven.unwitnessed()
                        .size())
                .description("Witnesses that did not take the newest checkpoint")
                .tag("log", name)
                .register(meters);
        follower = Thread.ofPlatform().name(name + "-tree").daemon().start(this::follow);
        messenger = Thread.ofPlatform().name(name + "-witnesses").daemon().start(this::handOver);
    }

    private static long signed(AuditTree tree) {
        return tree.newest().map(signed -> signed.checkpoint().size()).orElse(0L);
    }

    /** For proofs. */
    public AuditTree tree() {
        return tree;
    }

    public String name() {
        return name;
    }

    public SqliteEventStorageEngine log() {
        return log;
    }

    /** Why nothing is signed any more, in one sentence; empty while all is well. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Which witnesses did not take what they were handed last, and why. */
    public Map<String, String> unwitnessed() {
        synchronized (unwitnessed) {
            return Map.copyOf(unwitnessed);
        }
    }

    private void follow() {
        try {
            requireContinuation();
            while (!closed) {
                if (log.awaitBeyond(tree.size(), LOOK_AGAIN) && add() < BATCH) {
                    Thread.sleep(PACE);
                }
                if (System.nanoTime() - signedAt > every.toNanos()) {
                    sign();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (NotProven e) {
            // Told where it came up.
        } catch (RuntimeException e) {
            if (!closed) {
                failed(e);
            }
        }
    }

    private synchronized void requireContinuation() {
        if (!continued) {
            long size = tree.newest().map(signed -> signed.checkpoint().size()).orElse(0L);
            tree.requireLast(log.entriesAfter(size - 1, 1).stream().findFirst().orElse(null));
            continued = true;
        }
    }

    private synchronized int add() {
        List<LogEntry> entries = log.entriesAfter(tree.size(), BATCH);
        entries.forEach(tree::add);
        return entries.size();
    }

    /**
     * Signs everything that is committed when it is called.
     *
     * @throws NotProven where nothing is signed any more
     */
    public synchronized Signed sign() {
        fault().ifPresent(why -> {
            throw new NotProven(why);
        });
        try {
            requireContinuation();
            long head = log.headPosition();
            while (tree.size() < head) {
                add();
            }
            signedAt = System.nanoTime();
            Signed newest = tree.sign();
            notifyAll();
            return newest;
        } catch (RuntimeException e) {
            failed(e);
            throw new NotProven(fault);
        }
    }

    private void failed(RuntimeException e) {
        fault = e.getMessage();
        logger.error("Nothing of the {} log is signed any more: {}", name, e.getMessage(), e);
    }

    private void handOver() {
        try {
            while (!closed) {
                for (Witness witness : witnesses) {
                    handOver(witness);
                }
                synchronized (this) {
                    if (!closed) {
                        wait(every.toMillis());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(Witness witness) throws InterruptedException {
        Signed newest = tree.newest().orElse(null);
        if (newest == null
                || kept.getOrDefault(witness, -1L) >= newest.checkpoint().size()) {
            return;
        }
        long size = newest.checkpoint().size();
        try {
            witness.keep(tree, newest);
            kept.put(witness, size);
            synchronized (unwitnessed) {
                unwitnessed.remove(witness.name());
            }
        } catch (IOException | RuntimeException e) {
            String before;
            synchronized (unwitnessed) {
                before = unwitnessed.put(witness.name(), "" + e.getMessage());
            }
            if (before == null) {
                logger.warn(
                        "The witness {} did not take the checkpoint {}; it is tried again", witness.name(), size, e);
            }
        }
    }

    /** Signs what is left, where that can be done. Before the log is closed. */
    public void stop() throws InterruptedException {
        try {
            sign();
        } catch (NotProven e) {
            // Told where it came up.
        }
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        // Nobody is interrupted: what hangs on a witness ends with its time limit, and with the process.
        follower.join(LOOK_AGAIN.multipliedBy(4));
        messenger.join(LOOK_AGAIN.multipliedBy(4));
        tree.close();
    }
}
