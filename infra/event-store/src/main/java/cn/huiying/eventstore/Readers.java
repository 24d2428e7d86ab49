package cn.huiying.eventstore;

import cn.huiying.audit.LogEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Read-only connections with their statements prepared, lent for one batch each. No read transaction outlives a batch,
 * and {@link #pause} holds back the next ones: so readers never keep the write-ahead log from starting over.
 */
final class Readers implements AutoCloseable {

    /** More than this many at once are opened as needed and closed after use. */
    private static final int KEPT = 64;

    private final EventFile file;
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    /** Shared by the batches, exclusive for the checkpointer. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    private volatile boolean closed;

    Readers(EventFile file) {
        this.file = file;
    }

    List<TrackedEventData<byte[]>> after(long position, int limit) {
        return read(reader -> {
            reader.afterPosition.setLong(1, position);
            reader.afterPosition.setInt(2, limit);
            List<TrackedEventData<byte[]>> batch = new ArrayList<>();
            try (ResultSet rows = reader.afterPosition.executeQuery()) {
                while (rows.next()) {
                    batch.add(event(rows).at(rows.getLong(1)));
                }
            }
            return batch;
        });
    }

    /** As they are stored, in order. */
    List<LogEntry> entriesAfter(long position, int limit) {
        return read(reader -> {
            reader.afterPosition.setLong(1, position);
            reader.afterPosition.setInt(2, limit);
            return entries(reader.afterPosition);
        });
    }

    /** As they are stored; see {@link LogSearch}. */
    List<LogEntry> entries(LogSearch search, long after, long upTo, boolean backwards, int limit) {
        return read(reader -> {
            try (PreparedStatement select = search.select(reader.connection, after, upTo, backwards, limit)) {
                return entries(select);
            }
        });
    }

    long count(LogSearch search, long after, long upTo) {
        return read(reader -> {
            try (PreparedStatement count = search.count(reader.connection, after, upTo)) {
                return number(count).orElseThrow();
            }
        });
    }

    static List<LogEntry> entries(PreparedStatement select) throws SQLException {
        List<LogEntry> entries = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                entries.add(event(rows).entry(rows.getLong(1)));
            }
        }
        return entries;
    }

    List<DomainEventData<byte[]>> stream(String stream, long firstSequence, int limit) {
        return read(reader -> {
            reader.stream.setString(1, stream);
            reader.stream.setLong(2, firstSequence);
            reader.stream.setInt(3, limit);
            List<DomainEventData<byte[]>> batch = new ArrayList<>();
            try (ResultSet rows = reader.stream.executeQuery()) {
                while (rows.next()) {
                    batch.add(event(rows).withoutPosition());
                }
            }
            return batch;
        });
    }

    Optional<DomainEventData<byte[]>> snapshot(String stream) {
        return read(reader -> {
            reader.snapshot.setString(1, stream);
            try (ResultSet rows = reader.snapshot.executeQuery()) {
                return rows.next() ? Optional.of(event(rows).withoutPosition()) : Optional.empty();
            }
        });
    }

    boolean hasSnapshots() {
        return read(reader -> {
            try (Statement sql = reader.connection.createStatement();
                    ResultSet rows = sql.executeQuery(Schema.SELECT_ANY_SNAPSHOT)) {
                return rows.getBoolean(1);
            }
        });
    }

    Optional<Long> lastSequence(String stream) {
        return read(reader -> {
            reader.lastSequence.setString(1, stream);
            return number(reader.lastSequence);
        });
    }

    Optional<Long> firstAtOrAfter(String recordedAt) {
        // Past the gate: it may scan for long, and nobody should have to wait for that.
        return readPastGate(reader -> {
            reader.firstAtOrAfter.setString(1, recordedAt);
            return number(reader.firstAtOrAfter);
        });
    }

    private static Optional<Long> number(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        // As it is stored, also where it should not be: each part is signed.
        long number = row.getLong(3);
        Long sequence = row.wasNull() ? null : (Long) number;
        return new StoredEvent(
                row.getString(2),
                sequence,
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }

    /** Waits for the batches under way and holds back new ones until {@link #resume}; false: they took too long. */
    boolean pause(long nanos) throws InterruptedException {
        return gate.writeLock().tryLock(nanos, TimeUnit.NANOSECONDS);
    }

    /** By the thread that paused. */
    void resume() {
        gate.writeLock().unlock();
    }

    private <T> T read(Query<T> query) {
        gate.readLock().lock();
        try {
            return readPastGate(query);
        } finally {
            gate.readLock().unlock();
        }
    }

    private <T> T readPastGate(Query<T> query) {
        Reader reader = null;
        boolean sound = false;
        try {
            reader = borrow();
            T result = query.run(reader);
            sound = true;
            return result;
        } catch (SQLException e) {
            throw new EventStoreException(
                    "the event store " + file.path() + " could not be read: " + e.getMessage(), e);
        } finally {
            if (sound) {
                giveBack(reader);
            } else if (reader != null) {
                EventFile.closeQuietly(reader.connection);
            }
        }
    }

    private Reader borrow() throws SQLException {
        if (closed) {
            throw new EventStoreException("the event store " + file.path() + " is closed");
        }
        Reader reader = idle.pollFirst();
        if (reader == null) {
            return new Reader(file.openForReading());
        }
        idleCount.decrementAndGet();
        return reader;
    }

    private void giveBack(Reader reader) {
        if (closed || idleCount.get() >= KEPT) {
            EventFile.closeQuietly(reader.connection);
            return;
        }
        idleCount.incrementAndGet();
        idle.addFirst(reader);
        if (closed) {
            close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Reader reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
            EventFile.closeQuietly(reader.connection);
        }
    }

    private interface Query<T> {
        T run(Reader reader) throws SQLException;
    }

    private static final class Reader {

        final Connection connection;
        final PreparedStatement afterPosition;
        final PreparedStatement stream;
        final PreparedStatement snapshot;
        final PreparedStatement lastSequence;
        final PreparedStatement firstAtOrAfter;

        Reader(Connection connection) throws SQLException {
            this.connection = connection;
            try {
                afterPosition = connection.prepareStatement(Schema.SELECT_AFTER_POSITION);
                stream = connection.prepareStatement(Schema.SELECT_STREAM);
                snapshot = connection.prepareStatement(Schema.SELECT_SNAPSHOT);
                lastSequence = connection.prepareStatement(Schema.SELECT_LAST_SEQUENCE);
                firstAtOrAfter = connection.prepareStatement(Schema.SELECT_FIRST_AT_OR_AFTER);
            } catch (SQLException e) {
                EventFile.closeQuietly(connection);
                throw e;
            }
        }
    }
}
