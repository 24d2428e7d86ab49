package cn.huiying.command.common;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;

/** The token of the one processor that fills a database file, kept in it: of one segment, and nobody else's. */
public final class SqliteTokens implements TokenStore {

    /** The table it needs. */
    public static final String SCHEMA =
            "CREATE TABLE IF NOT EXISTS token (id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL)";

    private final SqliteDatabase database;

    public SqliteTokens(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, TrackingToken initial) {
        if (position().isPresent() || segmentCount != 1) {
            throw new UnableToInitializeTokenException("The file has one segment, and it has its token already");
        }
        storeToken(initial, processorName, 0);
    }

    @Override
    public void storeToken(TrackingToken token, String processorName, int segment) {
        long position = token == null ? 0 : token.position().orElse(0);
        database.transaction(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT OR REPLACE INTO token (id, position) VALUES (1, ?)")) {
                statement.setLong(1, position);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        long position = position().orElse(0);
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    private OptionalLong position() {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT position FROM token");
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        // Nothing is claimed.
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM token")) {
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return position().isPresent() ? new int[] {0} : new int[0];
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of("sqlite");
    }
}
