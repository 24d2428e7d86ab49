package cn.huiying.eventstore;

import cn.huiying.audit.LogEntry;
import cn.huiying.eventstore.RecentMessages.Piece;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * An event store in one SQLite file that any SQL tool can open.
 *
 * <p><b>Durability.</b> {@code appendEvents} returns when the events are on disk (fsync); concurrent callers share that
 * fsync. Events of one call are stored all or none. After an error of the disk other than "full" the store is read-only
 * until it is opened again, see {@link #readOnlyReason()}; what was acknowledged stays.
 *
 * <p><b>Errors of {@code appendEvents}.</b> {@code AggregateStreamCreationException} (sequence 0) and
 * {@code ConcurrencyException} when the stream has that sequence already; {@link EventStoreException} with one sentence
 * for everything else: a sequence that does not follow its predecessor, disk full (nothing stored, works again when
 * there is room), read-only, closed.
 *
 * <p><b>Order.</b> Positions are 1, 2, 3 … in the order of commit, without gaps; tokens are
 * {@link GlobalSequenceTrackingToken}s. Without a unit of work in between: events are stored the moment they are
 * appended, a later rollback does not take them back.
 *
 * <p><b>Threads.</b> Thread-safe. Four daemon threads of its own: writer, acknowledger (wakes callers), bell (wakes readers), checkpointer.
 * The serializers must write UTF-8 JSON; they run in the caller's thread. Close it last, after everything that reads.
 */
public final class SqliteEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    private final EventFile file;
    private final EventStoreMetrics metrics;
    private final GroupCommitWriter writer;
    private final WalCheckpointer checkpointer;
    private final Readers readers;
    private final RecentMessages recentMessages = new RecentMessages(this);
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The framework asks for a snapshot before it reads any stream; where there is none at all, the file need not be asked. */
    private volatile boolean hasSnapshots;

    private SqliteEventStorageEngine(Builder builder) {
        super(builder);
        file = EventFile.open(builder.file);
        metrics = new EventStoreMetrics(builder.meterRegistry);
        readers = new Readers(file);
        GroupCommitWriter opened = null;
        try {
            opened = new GroupCommitWriter(file, metrics, builder.beforeEachGroup);
            checkpointer = new WalCheckpointer(file, opened, readers, builder.walLimitBytes);
        } catch (SQLException e) {
            EventFile.closeQuietly(opened);
            file.close();
            throw new EventStoreException("the event store " + file.path() + " cannot be opened: " + e.getMessage(), e);
        }
        writer = opened;
        hasSnapshots = readers.hasSnapshots();
        metrics.gauge("wal.size", "bytes", "The write-ahead log's file", file::walBytes);
        metrics.gauge("head.position", null, "Position of the last stored event", this::headPosition);
        metrics.gauge(
                "read.only",
                null,
                "1 after an error of the disk",
                () -> readOnlyReason().isPresent() ? 1 : 0);
    }

    /** {@code file}, both serializers and {@code meterRegistry} are required. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<StoredEvent> rows = StoredEvent.of(events, serializer);
        metrics.timed(() -> writer.write(Request.append(rows)));
    }

    /** Durable like an append. An older snapshot than the stored one changes nothing. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        hasSnapshots = true;
        writer.write(
                Request.snapshot(StoredEvent.of(List.of(snapshot), serializer).getFirst()));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return hasSnapshots ? readers.snapshot(aggregateIdentifier).stream() : Stream.empty();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return readers.stream(aggregateIdentifier, firstSequenceNumber, batchSize);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken lastToken, int batchSize) {
        return readers.after(positionOf(lastToken), batchSize);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return readers.lastSequence(aggregateIdentifier);
    }

    /** Before the first event; null when there is none yet. */
    @Override
    public TrackingToken createTailToken() {
        return headPosition() == 0 ? null : new GlobalSequenceTrackingToken(0);
    }

    /** At the last event on disk; null when there is none yet. Costs nothing. */
    @Override
    public TrackingToken createHeadToken() {
        long head = headPosition();
        return head == 0 ? null : new GlobalSequenceTrackingToken(head);
    }

    /**
     * Just before the first event, in the order of positions, that was recorded at that time or later, also where
     * clocks ran back; the head token when there is none. Reads the log from its beginning up to there.
     */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return readers.firstAtOrAfter(StoredEvent.text(dateTime))
                .<TrackingToken>map(position -> new GlobalSequenceTrackingToken(position - 1))
                .orElseGet(this::createHeadToken);
    }

    /** Position of the last event on disk; 0 when there is none. */
    public long headPosition() {
        return writer.position().get();
    }

    /** What follows a position, as it is stored; only what is on disk. */
    public List<LogEntry> entriesAfter(long position, int limit) {
        return readers.entriesAfter(position, limit);
    }

    /**
     * What a search finds between two positions, as it is stored. It reads piece by piece, so that nobody has to wait for it.
     *
     * @param after     exclusive
     * @param upTo      inclusive
     * @param backwards from the last one down; the limit then leaves out the first ones
     */
    public List<LogEntry> entries(LogSearch search, long after, long upTo, boolean backwards, int limit) {
        List<LogEntry> found = new ArrayList<>();
        long low = after;
        long high = upTo;
        while (low < high && found.size() < limit) {
            long from = backwards ? Math.max(low, high - search.piece()) : low;
            long to = backwards ? high : Math.min(high, low + search.piece());
            found.addAll(readers.entries(search, from, to, backwards, limit - found.size()));
            low = backwards ? low : to;
            high = backwards ? from : high;
        }
        return backwards ? found.reversed() : found;
    }

    /** How many events a search finds between two positions. */
    public long count(LogSearch search, long after, long upTo) {
        long count = 0;
        for (long from = after; from < upTo; from += search.piece()) {
            count += readers.count(search, from, Math.min(upTo, from + search.piece()));
        }
        return count;
    }

    /**
     * Waits until there is something after a position.
     *
     * @return false when the time is up
     * @throws IllegalStateException when the store is closed, also while waiting
     */
    public boolean awaitBeyond(long position, Duration time) throws InterruptedException {
        return writer.position().awaitBeyond(position, time.toNanos(), () -> false);
    }

    /**
     * Opens an endless stream of what comes after the token, for one consumer. It is woken after a commit; an event is
     * seen once, in order.
     *
     * @param trackingToken null: from the beginning
     * @throws IllegalArgumentException for a token of another kind
     * @throws EventStoreException for a token beyond the head: read models that are ahead of the log, as after
     *     restoring an old backup, would silently miss events
     */
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        long position = positionOf(trackingToken);
        if (position > headPosition()) {
            throw new EventStoreException("the token stands at position " + position + ", the event store "
                    + file.path() + " ends at " + headPosition()
                    + ": if an older backup was restored, rebuild the read models");
        }
        return new TailingStream(this, writer.position(), position);
    }

    RecentMessages recentMessages() {
        return recentMessages;
    }

    /** What follows a position that is not the last. */
    Piece pieceAfter(long position, int most) {
        List<TrackedEventData<byte[]>> rows = readers.after(position, Math.min(most, batchSize()));
        if (rows.isEmpty()) {
            throw new EventStoreException(
                    "the event store has no event after position " + position + " although it committed one");
        }
        List<TrackedEventMessage<?>> messages = EventUtils.upcastAndDeserializeTrackedEvents(
                        rows.stream(), getEventSerializer(), upcasterChain)
                .toList();
        return new Piece(messages, rows.getLast().trackingToken().position().orElseThrow());
    }

    private static long positionOf(TrackingToken token) {
        TrackingToken raw = WrappedToken.unwrapLowerBound(token);
        if (raw == null) {
            return 0;
        }
        if (raw instanceof GlobalSequenceTrackingToken global) {
            return global.getGlobalIndex();
        }
        throw new IllegalArgumentException("the token " + raw + " is not of this event store: expected a "
                + GlobalSequenceTrackingToken.class.getSimpleName());
    }

    /** Why nothing can be appended any more, in one sentence; empty while the store is healthy. */
    public Optional<String> readOnlyReason() {
        return writer.readOnlyReason();
    }

    /**
     * Copies the store as it is now into a new file while it goes on working, and verifies the copy. Meanwhile the
     * write-ahead log cannot start over: it grows by what is appended. Blocks until done.
     *
     * @throws EventStoreException when the target exists, or the copy failed; then there is no target
     */
    public void backup(Path target) {
        file.backup(target);
    }

    /**
     * Reads the whole file: SQLite's own integrity check, positions without gaps, sequences without gaps and in order
     * in each stream. Blocks until done (about a second for each gigabyte in memory), the store goes on working.
     *
     * @return the first fault in one sentence; empty when there is none
     */
    public Optional<String> verify() {
        return file.verify();
    }

    /** For tests: requests that the writer has not taken yet. */
    int waiting() {
        return writer.waiting();
    }

    /** For tests: from this size on SQLite reports "full", as it does on a full disk. */
    void limitPages(int pages) throws SQLException {
        writer.limitPages(pages);
    }

    /** Stores what is queued, moves the write-ahead log into the file, releases the lock. Twice is fine. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            metrics.close();
            checkpointer.close();
            readers.close();
            // Last: the last connection that can write moves the log and removes it.
            writer.close();
            file.close();
        }
    }

    /** Batch size (rows read at once) is 500 unless told otherwise. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private Path file;
        private MeterRegistry meterRegistry;
        private boolean eventSerializerGiven;
        private boolean snapshotSerializerGiven;
        private long walLimitBytes = 128L << 20;
        private Runnable beforeEachGroup = () -> {};

        private Builder() {
            super.batchSize(500);
        }

        /** Created where there is none, with its directory; {@code -wal}, {@code -shm}, {@code .lock} lie beside it. */
        public Builder file(Path file) {
            this.file = file;
            return this;
        }

        public Builder meterRegistry(MeterRegistry meterRegistry) {
            this.meterRegistry = meterRegistry;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(eventSerializer);
            eventSerializerGiven = true;
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer snapshotSerializer) {
            super.snapshotSerializer(snapshotSerializer);
            snapshotSerializerGiven = true;
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter snapshotFilter) {
            super.snapshotFilter(snapshotFilter);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        /** From this size on the write-ahead log is made to start over; 128 MB unless told otherwise. */
        public Builder walLimitBytes(long walLimitBytes) {
            this.walLimitBytes = walLimitBytes;
            return this;
        }

        /** For tests: runs in the writer after it took the first request of a group, before it gathers the rest. */
        Builder beforeEachGroup(Runnable beforeEachGroup) {
            this.beforeEachGroup = beforeEachGroup;
            return this;
        }

        public SqliteEventStorageEngine build() {
            return new SqliteEventStorageEngine(this);
        }

        /** Refuses what is missing, before the framework would fall back to XStream. */
        @Override
        protected void validate() {
            require(file != null, "file");
            require(meterRegistry != null, "meterRegistry");
            require(eventSerializerGiven, "eventSerializer");
            require(snapshotSerializerGiven, "snapshotSerializer");
        }

        private static void require(boolean given, String what) {
            if (!given) {
                throw new AxonConfigurationException("SqliteEventStorageEngine needs a " + what);
            }
        }
    }
}
