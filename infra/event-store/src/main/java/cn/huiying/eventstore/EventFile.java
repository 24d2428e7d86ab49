package cn.huiying.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/**
 * The file: who may open it, what it must look like, how it is checked and copied.
 *
 * <p>The file itself is never opened by Java while SQLite has it: POSIX drops a process's locks on a file when the
 * process closes any descriptor of it, SQLite's too. That is why the store's own lock is a file beside it, why a second
 * open in this JVM is refused before that lock file is touched, and why the header is looked at before SQLite opens.
 */
final class EventFile implements AutoCloseable {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int USER_VERSION_OFFSET = 60;
    private static final int APPLICATION_ID_OFFSET = 68;

    /** Up to this size a file is checked in full at opening (well under a second); a larger one by {@link #verify}. */
    private static final long CHECKED_AT_OPENING_BYTES = 64L << 20;

    private static final Set<Path> OPEN_IN_THIS_JVM = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockChannel;

    private EventFile(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /** Locks the file for this process and makes sure that it is an event store; creates it where there is none. */
    static EventFile open(Path given) {
        Path path;
        try {
            Path absolute = given.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            path = Files.exists(absolute)
                    ? absolute.toRealPath()
                    : absolute.getParent().toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            throw new EventStoreException("the event store " + given + " cannot be opened: " + e, e);
        }
        if (!OPEN_IN_THIS_JVM.add(path)) {
            throw new EventStoreException("the event store " + path
                    + " is already open in this process: use that instance, or close it first");
        }
        FileChannel lock = null;
        try {
            lock = lock(path);
            EventFile file = new EventFile(path, lock);
            file.refuseWhatIsNotOurs();
            file.createOrCheck();
            return file;
        } catch (RuntimeException | Error e) {
            closeQuietly(lock);
            OPEN_IN_THIS_JVM.remove(path);
            throw e;
        }
    }

    private static FileChannel lock(Path path) {
        Path lockPath = beside(path, ".lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    lockPath, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = Files.readString(lockPath).strip();
                throw new EventStoreException("the event store " + path + " is in use by another process"
                        + (holder.isEmpty() ? "" : " (" + holder + ")")
                        + ": stop that process, or give this one its own file");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    ("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new EventStoreException("the event store " + path + " cannot be locked: " + e, e);
        } catch (RuntimeException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    /** Looks at the header without SQLite, which would already recover or rewrite what it opens. */
    private void refuseWhatIsNotOurs() {
        try {
            long size = Files.exists(path) ? Files.size(path) : 0;
            if (size == 0) {
                Path wal = beside(path, "-wal");
                if (Files.exists(wal) && Files.size(wal) > 0) {
                    throw refusal("is missing or empty while its write-ahead log " + wal.getFileName()
                            + " holds data: put the file back beside it, or restore a backup");
                }
                return;
            }
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                while (header.hasRemaining() && channel.read(header) >= 0) {
                    // until the header is full or the file ends
                }
            }
            if (header.hasRemaining() || !Arrays.equals(header.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw refusal("is not an SQLite file, or its beginning is damaged: name another file, or restore a"
                        + " backup");
            }
            refuseForeign(header.getInt(APPLICATION_ID_OFFSET), header.getInt(USER_VERSION_OFFSET));
        } catch (IOException e) {
            throw new EventStoreException("the event store " + path + " cannot be read: " + e, e);
        }
    }

    private void refuseForeign(int applicationId, int version) {
        if (applicationId != Schema.APPLICATION_ID && (applicationId != 0 || version != 0)) {
            throw refusal("is an SQLite file of another application: name another file");
        }
        if (version > Schema.VERSION) {
            throw refusal("has schema version " + version + ", this program knows up to " + Schema.VERSION
                    + ": use the program version that wrote it, or a newer one");
        }
    }

    private void createOrCheck() {
        try (Connection connection = connect(false);
                Statement sql = connection.createStatement()) {
            int version = number(sql, "PRAGMA user_version");
            refuseForeign(number(sql, "PRAGMA application_id"), version);
            if (version == 0) {
                create(sql);
            } else {
                if (Files.size(path) <= CHECKED_AT_OPENING_BYTES) {
                    quickCheck(sql).ifPresent(fault -> {
                        throw refusal("is damaged (" + fault + "): restore a backup");
                    });
                }
                sql.execute(Schema.SELECT_HEAD);
            }
        } catch (SQLException e) {
            throw new EventStoreException(
                    "the event store " + path + " cannot be opened, nothing was changed: " + e.getMessage()
                            + "; if it is damaged, restore a backup",
                    e);
        } catch (IOException e) {
            throw new EventStoreException("the event store " + path + " cannot be read: " + e, e);
        }
    }

    private void create(Statement sql) throws SQLException {
        if (number(sql, "SELECT count(*) FROM sqlite_master") > 0) {
            throw refusal("is an SQLite file of another application: name another file");
        }
        sql.execute("PRAGMA journal_mode = WAL");
        sql.execute("PRAGMA synchronous = FULL");
        sql.execute("BEGIN IMMEDIATE");
        sql.execute(Schema.CREATE_EVENTS);
        sql.execute(Schema.CREATE_EVENTS_BY_STREAM);
        sql.execute(Schema.CREATE_SNAPSHOTS);
        sql.execute("PRAGMA application_id = " + Schema.APPLICATION_ID);
        sql.execute("PRAGMA user_version = " + Schema.VERSION);
        sql.execute("COMMIT");
        // Into the file itself, so that its header names its owner even if the write-ahead log is lost.
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    Path path() {
        return path;
    }

    /** Bytes of the write-ahead log's file; 0 when there is none. Only its status is read: see the class comment. */
    long walBytes() {
        try {
            return Files.size(beside(path, "-wal"));
        } catch (IOException e) {
            return 0;
        }
    }

    Connection openForWriting() throws SQLException {
        Connection connection = connect(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA journal_mode = WAL");
            sql.execute("PRAGMA synchronous = FULL");
            sql.execute("PRAGMA wal_autocheckpoint = 0");
            sql.execute("PRAGMA temp_store = MEMORY");
            sql.execute("PRAGMA cache_size = -65536");
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    Connection openForReading() throws SQLException {
        return connect(true);
    }

    private Connection connect(boolean readOnly) throws SQLException {
        return connect(path, readOnly);
    }

    static Connection connect(Path path, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(5_000);
        // Otherwise the driver asks for the last row's key after every INSERT.
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    /**
     * Reads the whole file.
     *
     * @return the first fault in one sentence; empty when there is none
     */
    Optional<String> verify() {
        return verify(path);
    }

    /** The same of a file that is read alone. */
    static Optional<String> verify(Path path) {
        try (Connection connection = connect(path, true);
                Statement sql = connection.createStatement()) {
            // One read transaction: what is appended meanwhile is not looked at.
            sql.execute("BEGIN");
            Optional<String> fault = quickCheck(sql);
            if (fault.isEmpty()) {
                fault = positionFault(sql);
            }
            if (fault.isEmpty()) {
                fault = sequenceFault(sql);
            }
            sql.execute("COMMIT");
            return fault;
        } catch (SQLException e) {
            return Optional.of(path + " cannot be read: " + e.getMessage());
        }
    }

    private static Optional<String> quickCheck(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("PRAGMA integrity_check(1)")) {
            String result = rows.next() ? rows.getString(1).strip().replace('\n', ' ') : "no answer";
            return result.equals("ok") ? Optional.empty() : Optional.of("SQLite reports: " + result);
        }
    }

    private static Optional<String> positionFault(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("SELECT position FROM events ORDER BY position")) {
            for (long expected = 1; rows.next(); expected++) {
                if (rows.getLong(1) != expected) {
                    return Optional.of(
                            "position " + expected + " is missing: " + rows.getLong(1) + " follows " + (expected - 1));
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> sequenceFault(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery(
                "SELECT stream, sequence, position FROM events WHERE stream IS NOT NULL ORDER BY stream, sequence")) {
            String stream = null;
            long expected = 0;
            long lastPosition = 0;
            while (rows.next()) {
                if (!rows.getString(1).equals(stream)) {
                    stream = rows.getString(1);
                    expected = 0;
                    lastPosition = 0;
                }
                if (rows.getLong(2) != expected) {
                    return Optional.of(
                            "stream " + stream + " lacks sequence " + expected + ": " + rows.getLong(2) + " is there");
                }
                if (rows.getLong(3) <= lastPosition) {
                    return Optional.of("stream " + stream + " is out of order: sequence " + expected + " has position "
                            + rows.getLong(3) + ", its predecessor " + lastPosition);
                }
                expected++;
                lastPosition = rows.getLong(3);
            }
            return Optional.empty();
        }
    }

    /** See {@link SqliteEventStorageEngine#backup}. */
    void backup(Path target) {
        Path part = beside(target.toAbsolutePath(), ".part");
        if (Files.exists(target)) {
            throw new EventStoreException("the backup " + target + " exists already: name a new file");
        }
        try {
            Files.deleteIfExists(part);
            try (Connection source = openForReading()) {
                // All pages in one step: one read transaction, a later commit does not make it start again.
                int result = ((SQLiteConnection) source)
                        .getDatabase()
                        .backup("main", part.toString(), (remaining, pages) -> {}, 100, 50, -1);
                if (result != 0) {
                    throw new EventStoreException("the backup " + target + " failed: SQLite error " + result);
                }
            }
            try (Connection copy = connect(part, false);
                    Statement sql = copy.createStatement()) {
                // One file that can be opened from read-only media; the store makes it WAL again when it opens it.
                sql.execute("PRAGMA journal_mode = DELETE");
            }
            verify(part).ifPresent(fault -> {
                throw new EventStoreException("the backup " + target + " is not sound and was removed: " + fault);
            });
            force(part);
            Files.move(part, target);
            force(target.toAbsolutePath().getParent());
        } catch (FileAlreadyExistsException e) {
            throw new EventStoreException("the backup " + target + " exists already: name a new file", e);
        } catch (SQLException | IOException e) {
            throw new EventStoreException("the backup " + target + " failed: " + e.getMessage(), e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static int number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private EventStoreException refusal(String what) {
        return new EventStoreException("the event store " + path + " " + what + ". Nothing was changed.");
    }

    private static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    static void closeQuietly(AutoCloseable resource) {
        if (resource != null) {
            try {
                resource.close();
            } catch (Exception e) {
                // Nothing is lost: what was acknowledged is on disk.
            }
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A leftover .part is replaced by the next backup.
        }
    }

    /** After the last connection is closed. The lock file stays: removing it could race with the next owner. */
    @Override
    public void close() {
        closeQuietly(lockChannel);
        OPEN_IN_THIS_JVM.remove(path);
    }
}
