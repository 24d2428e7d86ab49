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

    /** @return the key that is kept, which may be another's that came first */
    synchronized byte[] putIfAbsent(String subject, String suite, byte[] wrapped) {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR IGNORE INTO subject_keys (subject, suite, wrapped_key) VALUES (?, ?, ?)")) {
            insert.setString(1, subject);
            insert.setString(2, suite);
            insert.setBytes(3, wrapped);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The keys can't be written: " + e.getMessage(), e);
        }
        return find(subject).orElseThrow();
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
