package cn.huiying.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one thread that writes. It takes whatever has gathered, writes it in one transaction, commits (one fsync for all)
 * and only then lets the callers go. One writer is also what makes positions gap-free and monotonic.
 *
 * <p>Who fails: a conflict its own append; a full disk the group; any other error of the disk the store, which is
 * read-only from then on, because after a failed fsync nobody can say what is on disk.
 */
final class GroupCommitWriter implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(GroupCommitWriter.class);

    private static final int GROUP_EVENTS = 1024;
    private static final int GROUP_BYTES = 8 << 20;

    /** Waking a thread costs the waker some 10 microseconds: more than these few are woken by a thread of their own. */
    private static final int ACKNOWLEDGED_BY_WRITER = 8;

    private final EventFile file;
    private final Connection connection;
    private Statements statements;

    private final LinkedBlockingQueue<Request> queue = new LinkedBlockingQueue<>();
    private final Request stop = Request.append(List.of());
    /** Held while a group is written; fair, so that the checkpointer gets its turn under load. */
    private final ReentrantLock commitGate = new ReentrantLock(true);

    private final CommittedPosition position;
    private final EventStoreMetrics metrics;
    private final Runnable beforeEachGroup;
    private final LinkedBlockingQueue<List<Request>> done = new LinkedBlockingQueue<>();
    private final Thread acknowledger;
    private final Thread thread;
    private volatile String readOnlyReason;
    private volatile boolean stopped;
    /** Written by the writer only; also counts groups of snapshots, which do not move the position. */
    private volatile long commits;

    GroupCommitWriter(EventFile file, EventStoreMetrics metrics, Runnable beforeEachGroup) throws SQLException {
        this.file = file;
        this.metrics = metrics;
        this.beforeEachGroup = beforeEachGroup;
        connection = file.openForWriting();
        try {
            statements = new Statements(connection);
            position = new CommittedPosition(head(), "event-store-bell");
        } catch (SQLException e) {
            EventFile.closeQuietly(connection);
            throw e;
        }
        acknowledger =
                Thread.ofPlatform().daemon().name("event-store-acknowledger").start(this::acknowledge);
        thread = Thread.ofPlatform().daemon().name("event-store-writer").start(this::run);
    }

    CommittedPosition position() {
        return position;
    }

    ReentrantLock commitGate() {
        return commitGate;
    }

    Optional<String> readOnlyReason() {
        return Optional.ofNullable(readOnlyReason);
    }

    long commits() {
        return commits;
    }

    int waiting() {
        return queue.size();
    }

    /** Returns when the request is on disk. */
    void write(Request request) {
        String reason = readOnlyReason;
        if (reason != null) {
            throw new EventStoreException(reason);
        }
        queue.add(request);
        if (stopped && queue.remove(request)) {
            throw closed();
        }
        request.await();
    }

    /** For whoever else meets an error of the disk (the checkpointer): the first reason stays. */
    void turnReadOnly(String what, Throwable cause) {
        if (readOnlyReason == null) {
            readOnlyReason = "the event store " + file.path() + " is read-only since " + what + " ("
                    + cause.getMessage() + "): check the disk, then restart; what was acknowledged before is stored";
            logger.error(readOnlyReason, cause);
        }
    }

    private void run() {
        List<Request> group = new ArrayList<>();
        boolean running = true;
        while (running) {
            gather(group);
            running = !group.remove(stop);
            commitGate.lock();
            try {
                write(group);
            } catch (Throwable e) {
                turnReadOnly("the writer failed unexpectedly", e);
                rejectAll(group, () -> new EventStoreException(readOnlyReason, e));
            } finally {
                commitGate.unlock();
            }
            if (group.size() <= ACKNOWLEDGED_BY_WRITER) {
                group.forEach(Request::complete);
            } else {
                done.add(List.copyOf(group));
            }
            group.clear();
        }
        stopped = true;
        done.add(List.of());
        for (Request late = queue.poll(); late != null; late = queue.poll()) {
            late.reject(this::closed);
            late.complete();
        }
    }

    private void acknowledge() {
        while (true) {
            try {
                List<Request> group = done.take();
                if (group.isEmpty()) {
                    return;
                }
                group.forEach(Request::complete);
            } catch (InterruptedException e) {
                // Only the end of the writer stops this thread.
            }
        }
    }

    private void gather(List<Request> group) {
        Request request = null;
        while (request == null) {
            try {
                request = queue.take();
            } catch (InterruptedException e) {
                // Only close() stops this thread.
            }
        }
        beforeEachGroup.run();
        int events = 0;
        int bytes = 0;
        while (request != null) {
            group.add(request);
            events += request.events.size();
            bytes += request.bytes();
            request = events < GROUP_EVENTS && bytes < GROUP_BYTES ? queue.poll() : null;
        }
    }

    private void write(List<Request> group) {
        if (group.isEmpty()) {
            return;
        }
        String reason = readOnlyReason;
        if (reason != null) {
            rejectAll(group, () -> new EventStoreException(reason));
            return;
        }
        long head = position.get();
        try {
            statements.begin.execute();
            for (Request request : group) {
                head = write(request, head);
            }
            statements.commit.execute();
        } catch (SQLException e) {
            rollback();
            rejectAll(group, groupFailure(e));
            return;
        }
        int events = (int) (head - position.get());
        commits = commits + 1;
        position.advanceTo(head);
        metrics.committed(events);
    }

    private Supplier<RuntimeException> groupFailure(SQLException e) {
        if (isFull(e)) {
            return () -> new EventStoreException(
                    "disk full: nothing was stored in " + file.path() + "; free space and send again", e);
        }
        if (isBusy(e)) {
            return () -> new EventStoreException(
                    "another program is writing to " + file.path()
                            + ": nothing was stored; end its transaction and send again",
                    e);
        }
        turnReadOnly("a write failed", e);
        return () -> new EventStoreException(readOnlyReason, e);
    }

    /** Returns the head after this request: the same as before when it was rejected. */
    private long write(Request request, long head) throws SQLException {
        if (request.snapshot) {
            upsert(request.events.getFirst());
            return head;
        }
        boolean several = request.events.size() > 1;
        if (several) {
            statements.savepoint.execute();
        }
        long next = head;
        for (StoredEvent event : request.events) {
            try {
                if (insert(event, next + 1) == 0) {
                    request.reject(() -> gap(event));
                }
            } catch (SQLiteException e) {
                request.reject(failureOf(event, e));
            }
            if (request.isRejected()) {
                break;
            }
            next++;
        }
        if (several && request.isRejected()) {
            statements.rollbackToSavepoint.execute();
        }
        if (several) {
            statements.releaseSavepoint.execute();
        }
        return request.isRejected() ? head : next;
    }

    private int insert(StoredEvent event, long position) throws SQLException {
        return insert(statements.insertEvent, event, position);
    }

    /** @return 0 where the event does not follow in its stream */
    static int insert(PreparedStatement insert, StoredEvent event, long position) throws SQLException {
        insert.setLong(1, position);
        insert.setString(2, event.stream());
        if (event.sequence() == null) {
            insert.setNull(3, Types.BIGINT);
        } else {
            insert.setLong(3, event.sequence());
        }
        bindRest(insert, 4, event);
        return insert.executeUpdate();
    }

    private void upsert(StoredEvent snapshot) throws SQLException {
        statements.upsertSnapshot.setString(1, snapshot.stream());
        statements.upsertSnapshot.setLong(2, snapshot.sequence());
        bindRest(statements.upsertSnapshot, 3, snapshot);
        statements.upsertSnapshot.executeUpdate();
    }

    private static void bindRest(PreparedStatement statement, int first, StoredEvent event) throws SQLException {
        statement.setString(first, event.streamType());
        statement.setString(first + 1, event.eventId());
        statement.setString(first + 2, event.recordedAt());
        statement.setString(first + 3, event.type());
        statement.setString(first + 4, event.revision());
        statement.setBytes(first + 5, event.payload());
        statement.setBytes(first + 6, event.metadata());
    }

    /** Rethrows what is more than this one append's trouble. */
    private Supplier<RuntimeException> failureOf(StoredEvent event, SQLiteException e) throws SQLException {
        return switch (e.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE -> {
                metrics.conflict();
                yield () -> conflict(event, e);
            }
            case SQLITE_CONSTRAINT, SQLITE_CONSTRAINT_NOTNULL, SQLITE_CONSTRAINT_DATATYPE, SQLITE_TOOBIG ->
                () -> new EventStoreException(
                        "the event " + event.eventId() + " (" + event.type() + ") cannot be stored: " + e.getMessage(),
                        e);
            default -> throw e;
        };
    }

    private static RuntimeException conflict(StoredEvent event, SQLException e) {
        if (event.sequence() == 0) {
            return new AggregateStreamCreationException(
                    "stream " + event.stream() + " exists already: a new " + event.streamType()
                            + " needs an identifier of its own",
                    e);
        }
        return new ConcurrencyException(
                "stream " + event.stream() + " has an event with sequence " + event.sequence()
                        + " already: somebody else was faster; load it again and decide again",
                e);
    }

    private static RuntimeException gap(StoredEvent event) {
        return new EventStoreException("the event " + event.eventId() + " has sequence " + event.sequence()
                + " in stream " + event.stream() + ", but there is no sequence " + (event.sequence() - 1)
                + " before it");
    }

    private EventStoreException closed() {
        return new EventStoreException("the event store " + file.path() + " is closed: nothing was stored");
    }

    private static void rejectAll(List<Request> group, Supplier<RuntimeException> failure) {
        group.forEach(request -> request.reject(failure));
    }

    /**
     * A full disk says so itself, except where SQLite grows the index of its write-ahead log, which is not part of the
     * data.
     */
    static boolean isFull(SQLException e) {
        return e instanceof SQLiteException s
                && (s.getResultCode() == SQLiteErrorCode.SQLITE_FULL
                        || s.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);
    }

    /** An SQL tool holds the write lock; the driver has waited for it. */
    static boolean isBusy(SQLException e) {
        return e instanceof SQLiteException s
                && (s.getResultCode() == SQLiteErrorCode.SQLITE_BUSY
                        || s.getResultCode() == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT);
    }

    /** After some errors SQLite has rolled back already, and the driver has closed the statement that failed. */
    private void rollback() {
        try (Statement sql = connection.createStatement()) {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            logger.debug("Nothing to roll back: {}", e.getMessage());
        }
        try {
            statements.close();
            statements = new Statements(connection);
        } catch (SQLException e) {
            turnReadOnly("the writer could not start again after an error", e);
        }
    }

    void limitPages(int pages) throws SQLException {
        commitGate.lock();
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA max_page_count = " + pages);
        } finally {
            commitGate.unlock();
        }
    }

    private long head() throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(Schema.SELECT_HEAD)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Finishes what is queued. */
    @Override
    public void close() {
        queue.add(stop);
        joinUninterruptibly(thread);
        joinUninterruptibly(acknowledger);
        position.close();
        EventFile.closeQuietly(connection);
    }

    static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Statements implements AutoCloseable {

        final PreparedStatement begin;
        final PreparedStatement insertEvent;
        final PreparedStatement upsertSnapshot;
        final PreparedStatement savepoint;
        final PreparedStatement rollbackToSavepoint;
        final PreparedStatement releaseSavepoint;
        final PreparedStatement commit;

        Statements(Connection connection) throws SQLException {
            begin = connection.prepareStatement("BEGIN IMMEDIATE");
            insertEvent = connection.prepareStatement(Schema.INSERT_EVENT);
            upsertSnapshot = connection.prepareStatement(Schema.UPSERT_SNAPSHOT);
            savepoint = connection.prepareStatement("SAVEPOINT append");
            rollbackToSavepoint = connection.prepareStatement("ROLLBACK TO append");
            releaseSavepoint = connection.prepareStatement("RELEASE append");
            commit = connection.prepareStatement("COMMIT");
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : new PreparedStatement[] {
                begin, insertEvent, upsertSnapshot, savepoint, rollbackToSavepoint, releaseSavepoint, commit
            }) {
                statement.close();
            }
        }
    }
}
