package cn.huiying.command.supervision;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.shared.petition.PetitionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What reactions have to know beyond one stream, in the file of their position: it is lost with it, and filled again as the log is
 * looked at again. Noting the same again changes nothing.
 */
final class ReactionsMemory {

    static final String[] SCHEMA = {
        "CREATE TABLE IF NOT EXISTS merged (petition TEXT PRIMARY KEY, main TEXT NOT NULL) WITHOUT ROWID",
        "CREATE INDEX IF NOT EXISTS merged_into ON merged (main)",
        "CREATE TABLE IF NOT EXISTS to_answer (id TEXT PRIMARY KEY, agency TEXT NOT NULL) WITHOUT ROWID",
        "CREATE INDEX IF NOT EXISTS to_answer_by ON to_answer (agency)"
    };

    private final SqliteDatabase database;

    ReactionsMemory(SqliteDatabase database) {
        this.database = database;
    }

    /** Notes that a petition was merged. @return how many are merged into the main one now, with what was merged into them before */
    int merged(PetitionId petition, PetitionId main) {
        return database.transaction(connection -> {
            execute(connection, "INSERT OR IGNORE INTO merged VALUES (?, ?)", petition.value(), main.value());
            execute(connection, "UPDATE merged SET main = ? WHERE main = ?", main.value(), petition.value());
            return strings(connection, "SELECT petition FROM merged WHERE main = ?", main.value())
                    .size();
        });
    }

    /** Notes which agency has to answer an order or a proposal. */
    void answers(String agency, String orderOrProposal) {
        change("INSERT OR REPLACE INTO to_answer VALUES (?, ?)", orderOrProposal, agency);
    }

    void nobodyAnswers(String orderOrProposal) {
        change("DELETE FROM to_answer WHERE id = ?", orderOrProposal);
    }

    /** Ids of the orders and proposals that an agency has to answer. */
    List<String> toAnswerBy(String agency) {
        return database.transaction(
                connection -> strings(connection, "SELECT id FROM to_answer WHERE agency = ?", agency));
    }

    private void change(String sql, String... values) {
        database.transaction(connection -> {
            execute(connection, sql, values);
            return null;
        });
    }

    private static void execute(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private static List<String> strings(Connection connection, String sql, String... values) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
