package cn.huiying.command.policy;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.time.WorkCalendar;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which policies stand and which enterprises may be brought them, in the file of the reactions' position: it is lost with it, and filled
 * again as the log is looked at again. Noting the same again changes nothing.
 */
final class PushMemory {

    static final String[] SCHEMA = {
        "CREATE TABLE IF NOT EXISTS policy (id TEXT PRIMARY KEY, known TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS enterprise (id TEXT PRIMARY KEY, known TEXT NOT NULL) WITHOUT ROWID"
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param validUntil null where no end is set */
    record Standing(PolicyId policy, PolicyTags tags, LocalDate validUntil, Instant publishedAt) {

        boolean standsAt(Instant moment) {
            return validUntil == null || !WorkCalendar.dateOf(moment).isAfter(validUntil);
        }
    }

    private final SqliteDatabase database;

    PushMemory(SqliteDatabase database) {
        this.database = database;
    }

    void note(Standing policy) {
        write("policy", policy.policy().value(), policy);
    }

    void forget(PolicyId policy) {
        delete("policy", policy.value());
    }

    Optional<Standing> policy(PolicyId policy) {
        return read("policy", policy.value(), Standing.class);
    }

    List<Standing> policies() {
        return readAll("policy", Standing.class);
    }

    Interested note(AccountId account, UnaryOperator<Interested> change) {
        Interested after = change.apply(read("enterprise", account.value(), Interested.class)
                .orElseGet(() -> new Interested(account, null, false, null)));
        write("enterprise", account.value(), after);
        return after;
    }

    void forget(AccountId account) {
        delete("enterprise", account.value());
    }

    List<Interested> enterprises() {
        return readAll("enterprise", Interested.class);
    }

    private void write(String table, String id, Object known) {
        change("INSERT OR REPLACE INTO " + table + " VALUES (?, ?)", id, JSON.writeValueAsString(known));
    }

    private void delete(String table, String id) {
        change("DELETE FROM " + table + " WHERE id = ?", id);
    }

    private <T> Optional<T> read(String table, String id, Class<T> type) {
        return rows("SELECT known FROM " + table + " WHERE id = ?", type, id).stream()
                .findFirst();
    }

    private <T> List<T> readAll(String table, Class<T> type) {
        return rows("SELECT known FROM " + table + " ORDER BY id", type);
    }

    private void change(String sql, String... values) {
        database.transaction(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    private <T> List<T> rows(String sql, Class<T> type, String... values) {
        return database.transaction(connection -> {
            List<T> found = new ArrayList<>();
            try (PreparedStatement statement = prepared(connection, sql, values);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(JSON.readValue(rows.getString(1), type));
                }
            }
            return found;
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
