package cn.huiying.eventstore;

import cn.huiying.audit.LogEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The events in a store's file, as they are stored, for whoever wants nothing but to read them: also a copy, and also while the
 * platform has it open. For one thread.
 */
public final class StoredLog implements AutoCloseable {

    private static final int AT_ONCE = 2_000;

    private final Path file;
    private final Connection connection;

    /** @throws EventStoreException where it is not an event store */
    public StoredLog(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new EventStoreException("there is no file " + file);
        }
        try {
            connection = EventFile.connect(file, true);
            try (var sql = connection.createStatement();
                    var rows = sql.executeQuery("PRAGMA application_id")) {
                if (rows.getInt(1) != Schema.APPLICATION_ID) {
                    throw new EventStoreException(file + " is not an event store");
                }
            } catch (SQLException | RuntimeException e) {
                EventFile.closeQuietly(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new EventStoreException(file + " is not an event store: " + e.getMessage(), e);
        }
    }

    /**
     * Writes a new store with these events, which have to begin with the first one.
     *
     * @throws EventStoreException where the file is there already, or can't be written
     */
    public static void write(Path file, Iterable<LogEntry> entries) {
        if (Files.exists(file)) {
            throw new EventStoreException("the event store " + file + " exists already: name a new file");
        }
        try (EventFile store = EventFile.open(file);
                Connection connection = store.openForWriting();
                PreparedStatement insert = connection.prepareStatement(Schema.INSERT_EVENT)) {
            connection.setAutoCommit(false);
            for (LogEntry entry : entries) {
                if (GroupCommitWriter.insert(insert, StoredEvent.of(entry), entry.position()) != 1) {
                    throw new EventStoreException("event " + entry.position() + " does not follow in its stream");
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new EventStoreException("the event store " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    /** Every event in the order of positions, from the first one; any number of times. */
    public Iterable<LogEntry> entries() {
        return Entries::new;
    }

    private List<LogEntry> after(long position) {
        try (var select = connection.prepareStatement(Schema.SELECT_AFTER_POSITION)) {
            select.setLong(1, position);
            select.setInt(2, AT_ONCE);
            return Readers.entries(select);
        } catch (SQLException e) {
            throw new EventStoreException(file + " can't be read after event " + position + ": " + e.getMessage(), e);
        }
    }

    private final class Entries implements Iterator<LogEntry> {

        private Iterator<LogEntry> some = after(Long.MIN_VALUE).iterator();
        private long last;

        @Override
        public boolean hasNext() {
            if (!some.hasNext()) {
                some = after(last).iterator();
            }
            return some.hasNext();
        }

        @Override
        public LogEntry next() {
            LogEntry entry = some.next();
            last = entry.position();
            return entry;
        }
    }

    @Override
    public void close() {
        EventFile.closeQuietly(connection);
    }
}
