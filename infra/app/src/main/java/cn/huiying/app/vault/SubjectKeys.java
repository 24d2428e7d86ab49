package cn.huiying.app.vault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The wrapped keys of persons in an SQLite file of their own; each is on disk before it is used. Safe for many threads. */
public class SubjectKeys implements AutoCloseable {

    private final Connection connection;

    /** @throws IllegalStateException where the file can't be opened */
    public SubjectKeys(Path file) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                // What is destroyed must not be left in free pages of the file.
                statement.execute("PRAGMA secure_delete=ON");
                statement.execute(
                        """
                        CREATE TABLE IF NOT EXISTS subject_keys (
                            subject TEXT PRIMARY KEY,
                            suite TEXT NOT NULL,
                            wrapped_key BLOB NOT NULL
                        ) WITHOUT ROWID
                        """);
                statement.execute(
                        """
                        CREATE TABLE IF NOT EXISTS destroyed_keys (
                            subject TEXT PRIMARY KEY -- has no key, and gets none again
                        ) WITHOUT ROWID
                        """);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The keys in " + file + " can't be opened: " + e.getMessage(), e);
        }
    }

    synchronized Optional<byte[]> find(String subject) {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT wrapped_key FROM subject_keys WHERE subject = ?")) {
            select.setString(1, subject);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The keys can't be read: " + e.getMessage(), e);
        }
    }

    synchronized boolean isDestroyed(String subject) {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM destroyed_keys WHERE subject = ?")) {
            select.setString(1, subject);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The keys can't be read: " + e.getMessage(), e);
        }
    }

    /** The key is in no file of the store afterwards, and the person gets none again. */
    synchronized void destroy(String subject) {
        try (Statement statement = connection.createStatement();
                PreparedStatement mark =
                        connection.prepareStatement("INSERT OR IGNORE INTO destroyed_keys VALUES (?)");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM subject_keys WHERE subject = ?")) {
            statement.execute("BEGIN IMMEDIATE");
            mark.setString(1, subject);
            mark.executeUpdate();
            delete.setString(1, subject);
            delete.executeUpdate();
            statement.execute("COMMIT");
            // The write-ahead log still has the pages as they were.
            try (ResultSet cut = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                if (cut.getInt(1) != 0) {
                    throw new IllegalStateException(
                            "The key is deleted and still in the write-ahead log: another process reads the keys");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The key can't be destroyed: " + e.getMessage(), e);
        }
    }

    /**
     * Keeps a key where there is none yet.
     *
     * @return the key that is kept, which may be another's that came first; empty where the person's was destroyed
     */
    synchronized Optional<byte[]> putIfAbsent(String subject, String suite, byte[] wrapped) {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR IGNORE INTO subject_keys (subject, suite, wrapped_key) SELECT ?1, ?2, ?3"
                        + " WHERE NOT EXISTS (SELECT 1 FROM destroyed_keys WHERE subject = ?1)")) {
            insert.setString(1, subject);
            insert.setString(2, suite);
            insert.setBytes(3, wrapped);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The keys can't be written: " + e.getMessage(), e);
        }
        return find(subject);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The keys can't be closed: " + e.getMessage(), e);
        }
    }
}
