package cn.huiying.eventstore;

import cn.huiying.audit.LogEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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

    /**
     * What is wrong with the file, each in one sentence: the events are not all that a platform reads from it. Reads all of it.
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        EventFile.verify(file).ifPresent(faults::add);
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(Schema.SELECT_ANY_SNAPSHOT)) {
            if (rows.getBoolean(1)) {
                faults.add(
                        "the table snapshots is not empty: the platform writes none, and nothing signs what is read from there");
            }
        } catch (SQLException e) {
            faults.add(file + " can't be read: " + e.getMessage());
        }
        return faults;
    }

    /** @param position null for all from the first one, wherever that is */
    private List<LogEntry> after(Long position) {
        try (var select = connection.prepareStatement(Schema.SELECT_AFTER_POSITION)) {
            // No whole number is below the lowest one, which may be a position, too.
            if (position == null) {
                select.setDouble(1, Double.NEGATIVE_INFINITY);
            } else {
                select.setLong(1, position);
            }
            select.setInt(2, AT_ONCE);
            return Readers.entries(select);
        } catch (SQLException e) {
            throw new EventStoreException(file + " can't be read after event " + position + ": " + e.getMessage(), e);
        }
    }

    private final class Entries implements Iterator<LogEntry> {

        private Iterator<LogEntry> some = after(null).iterator();
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
