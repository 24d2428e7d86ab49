package cn.huiying.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the write-ahead log into the file, away from the writer's path: on a connection and a thread of its own, a
 * little at a time, without stopping anyone. Only when the log has grown to its limit does it hold back first the
 * readers, then the writer for the few frames that came meanwhile, because the log can start over from its beginning
 * only when all of it is moved and nobody reads it. Starting over, instead of growing or being cut off, also makes the
 * writer's fsync cheaper: the file's size stays.
 */
final class WalCheckpointer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(WalCheckpointer.class);
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int FEW_FRAMES = 500;
    /** How long new batches may be held back for those under way to end. */
    private static final long READERS_PATIENCE_NANOS = 500_000_000;
    /** How long the writer may be held back for a reader outside this program. */
    private static final int RESTART_PATIENCE_MILLIS = 20;
    /** The first pause after a reader held an old state open for longer than that; doubled each time. */
    private static final long FIRST_RESTART_PAUSE_NANOS = 100_000_000;

    private static final long LONGEST_RESTART_PAUSE_NANOS = 5_000_000_000L;

    private final GroupCommitWriter writer;
    private final Readers readers;
    private final Connection connection;
    private final int limitFrames;
    private final Thread thread;
    private long checkpointedCommits;
    private long noRestartBefore = System.nanoTime();
    private long restartPause = FIRST_RESTART_PAUSE_NANOS;
    private volatile boolean stopping;

    WalCheckpointer(EventFile file, GroupCommitWriter writer, Readers readers, long limitBytes) throws SQLException {
        this.writer = writer;
        this.readers = readers;
        connection = file.openForWriting();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("PRAGMA page_size")) {
            limitFrames = (int) (limitBytes / rows.getInt(1));
            sql.execute("PRAGMA busy_timeout = " + RESTART_PATIENCE_MILLIS);
        } catch (SQLException e) {
            EventFile.closeQuietly(connection);
            throw e;
        }
        thread = Thread.ofPlatform().daemon().name("event-store-checkpointer").start(this::run);
    }

    private void run() {
        while (!stopping) {
            LockSupport.parkNanos(this, PAUSE_NANOS);
            long commits = writer.commits();
            if (commits == checkpointedCommits || writer.readOnlyReason().isPresent()) {
                continue;
            }
            try {
                checkpoint();
                checkpointedCommits = commits;
            } catch (SQLException e) {
                if (GroupCommitWriter.isFull(e)) {
                    logger.warn("disk full: the write-ahead log cannot be moved into the file now; trying again.");
                } else if (!GroupCommitWriter.isBusy(e)) {
                    writer.turnReadOnly("moving the write-ahead log into the file failed", e);
                }
            }
        }
    }

    private void checkpoint() throws SQLException {
        Frames frames = run("PASSIVE");
        if (frames.inLog < limitFrames || System.nanoTime() - noRestartBefore < 0) {
            return;
        }
        for (int left = Integer.MAX_VALUE; frames.left() > FEW_FRAMES && frames.left() < left; ) {
            left = frames.left();
            frames = run("PASSIVE");
        }
        boolean startedOver = restart();
        if (startedOver) {
            restartPause = FIRST_RESTART_PAUSE_NANOS;
            return;
        }
        noRestartBefore = System.nanoTime() + restartPause;
        restartPause = Math.min(2 * restartPause, LONGEST_RESTART_PAUSE_NANOS);
        logger.info(
                "The write-ahead log has {} pages and cannot start over yet: a backup, or a reader outside this program,"
                        + " holds an old state open.",
                frames.inLog);
    }

    private boolean restart() throws SQLException {
        try {
            if (!readers.pause(READERS_PATIENCE_NANOS)) {
                return false;
            }
        } catch (InterruptedException e) {
            return false;
        }
        try {
            run("PASSIVE");
            writer.commitGate().lock();
            try {
                return !run("RESTART").busy;
            } finally {
                writer.commitGate().unlock();
            }
        } finally {
            readers.resume();
        }
    }

    /** Not prepared once for all: after some errors, "full" among them, the driver closes the statement for good. */
    private Frames run(String mode) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            return row.next() ? new Frames(row.getInt(1) != 0, row.getInt(2), row.getInt(3)) : new Frames(false, 0, 0);
        }
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        GroupCommitWriter.joinUninterruptibly(thread);
        EventFile.closeQuietly(connection);
    }

    private record Frames(boolean busy, int inLog, int moved) {
        int left() {
            return inLog - moved;
        }
    }
}
