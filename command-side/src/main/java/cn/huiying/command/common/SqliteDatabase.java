package cn.huiying.command.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One small database file of this process, with one connection. What is in it follows from the log, so that a commit need not
 * wait for the disk: after a power cut the file is whole and at most a little behind. Safe for many threads.
 */
public final class SqliteDatabase implements AutoCloseable {

    /** Work on the connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final ReentrantLock one = new ReentrantLock();

    /** Opens the file, or makes it with this schema, which has to bear being applied to a file that has it. */
    public SqliteDatabase(Path file, String... schema) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = NORMAL");
                for (String part : schema) {
                    statement.execute(part);
                }
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("The file " + file + " can't be used: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it or nothing. */
    public <T> T transaction(Work<T> work) {
        one.lock();
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw new IllegalStateException(e.getMessage(), e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        } finally {
            one.unlock();
        }
    }

    private void rollBack(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        one.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            one.unlock();
        }
    }
}
