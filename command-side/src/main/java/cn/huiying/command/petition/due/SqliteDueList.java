package cn.huiying.command.petition.due;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.petition.due.DueList.Asked;
import cn.huiying.command.petition.due.DueList.Changes;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.LadderStep;
import cn.huiying.shared.time.Start;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One row a moment, found by an index over those that do not stand still. */
class SqliteDueList implements DueList {

    /** {@code code} of a RESUME row lists the codes that stand still, between commas. */
    static final String[] SCHEMA = {
        """
        CREATE TABLE IF NOT EXISTS due (
            petition TEXT NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
            start TEXT, start_day TEXT, last_day TEXT, held INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (petition, code, kind)) WITHOUT ROWID""",
        "CREATE INDEX IF NOT EXISTS due_at ON due (at, petition) WHERE held = 0",
        "CREATE INDEX IF NOT EXISTS due_last_day ON due (last_day) WHERE last_day IS NOT NULL",
        "CREATE TABLE IF NOT EXISTS recalculation (petition TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE IF NOT EXISTS in_hand (
            petition TEXT NOT NULL, agency TEXT NOT NULL, PRIMARY KEY (petition, agency)) WITHOUT ROWID""",
        "CREATE INDEX IF NOT EXISTS in_hand_of ON in_hand (agency)",
        "CREATE TABLE IF NOT EXISTS merged (agency TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS changed_year (year INTEGER PRIMARY KEY, reason TEXT NOT NULL)"
    };

    private static final String WARNING = "WARNING";
    private static final String DUE = "DUE";
    private static final String RESUME = "RESUME";

    private final SqliteDatabase database;

    SqliteDueList(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void update(Consumer<Changes> changes) {
        database.transaction(connection -> {
            try (Statements statements = new Statements(connection)) {
                changes.accept(statements);
                return null;
            } catch (Failed e) {
                throw e.cause();
            }
        });
    }

    @Override
    public List<PetitionId> dueBy(Instant moment, int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT petition FROM due WHERE held = 0 AND at <= ? GROUP BY petition ORDER BY min(at) LIMIT ?")) {
                statement.setLong(1, moment.toEpochMilli());
                statement.setInt(2, limit);
                List<PetitionId> petitions = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        petitions.add(new PetitionId(rows.getString(1)));
                    }
                }
                return petitions;
            }
        });
    }

    @Override
    public void recorded(Collection<PetitionId> petitions, Instant moment) {
        forEach("DELETE FROM due WHERE petition = ? AND held = 0 AND at <= " + moment.toEpochMilli(), petitions);
    }

    @Override
    public List<Asked> toRecalculate(int limit) {
        return asked("SELECT petition, reason FROM recalculation LIMIT ?", limit);
    }

    @Override
    public void recalculated(Collection<PetitionId> petitions) {
        forEach("DELETE FROM recalculation WHERE petition = ?", petitions);
    }

    @Override
    public List<Asked> toHandOver(int limit) {
        return asked("SELECT petition, agency FROM in_hand WHERE agency IN (SELECT agency FROM merged) LIMIT ?", limit);
    }

    @Override
    public void handedOver(Collection<Asked> asked) {
        update(changes -> asked.forEach(one -> changes.outOfHand(one.petition(), one.why())));
    }

    @Override
    public void clear() {
        database.transaction(connection -> {
            for (String table : List.of("due", "recalculation", "in_hand", "merged", "changed_year")) {
                try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table)) {
                    statement.executeUpdate();
                }
            }
            return null;
        });
    }

    private List<Asked> asked(String sql, int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, limit);
                List<Asked> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Asked(new PetitionId(rows.getString(1)), rows.getString(2)));
                    }
                }
                return found;
            }
        });
    }

    private void forEach(String sql, Collection<PetitionId> petitions) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (PetitionId petition : petitions) {
                    statement.setString(1, petition.value());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** A fault on its way out of a consumer. */
    private static final class Failed extends RuntimeException {

        private final SQLException cause;

        Failed(SQLException cause) {
            super(cause);
            this.cause = cause;
        }

        SQLException cause() {
            return cause;
        }
    }

    /** The changes of one batch, each statement prepared once. */
    private static final class Statements implements Changes, AutoCloseable {

        private final Connection connection;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();

        Statements(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void put(PetitionId petition, Start given, Deadline deadline) {
            String start = given == null ? startOf(petition, deadline.code()) : given.name();
            remove(petition, List.of(deadline.code()));
            row(petition, start, deadline, DUE, deadline.dueAt());
            if (deadline.provisional()) {
                // Decided by the calendar as it was just before the notice was imported.
                run(
                        """
                        INSERT OR REPLACE INTO recalculation (petition, reason)
                        SELECT ?, reason FROM changed_year WHERE year = ?""",
                        petition.value(),
                        deadline.lastDay().getYear());
            }
            if (!deadline.duty().isARight()) {
                Instant yellow = deadline.alerts().yellowFrom();
                row(
                        petition,
                        start,
                        deadline,
                        WARNING,
                        yellow != null && yellow.isAfter(deadline.startedAt()) ? yellow : null);
                row(
                        petition,
                        start,
                        deadline,
                        LadderStep.SUPERVISOR_TASK.name(),
                        deadline.alerts().supervisorTaskAt());
                row(
                        petition,
                        start,
                        deadline,
                        LadderStep.CIRCULAR_DRAFT.name(),
                        deadline.alerts().circularDraftAt());
            }
        }

        private void row(PetitionId petition, String start, Deadline deadline, String kind, Instant at) {
            if (at == null) {
                return;
            }
            LocalDate lastDay = kind.equals(DUE) ? deadline.lastDay() : null;
            run(
                    """
                    INSERT INTO due (petition, code, kind, at, start, start_day, last_day, held)
                    SELECT ?, ?, ?, ?, ?, ?, ?, EXISTS (
                        SELECT 1 FROM due WHERE petition = ? AND kind = 'RESUME' AND instr(code, ',' || ? || ',') > 0)""",
                    petition.value(),
                    deadline.code(),
                    kind,
                    at.toEpochMilli(),
                    start,
                    lastDay == null ? null : deadline.startDate().toString(),
                    lastDay == null ? null : lastDay.toString(),
                    petition.value(),
                    deadline.code());
        }

        @Override
        public void warned(PetitionId petition, String code) {
            removeKind(petition, code, WARNING);
        }

        @Override
        public void missed(PetitionId petition, String code) {
            removeKind(petition, code, WARNING);
            removeKind(petition, code, DUE);
        }

        @Override
        public void escalated(PetitionId petition, String code, LadderStep step) {
            removeKind(petition, code, step.name());
        }

        private void removeKind(PetitionId petition, String code, String kind) {
            run("DELETE FROM due WHERE petition = ? AND code = ? AND kind = ?", petition.value(), code, kind);
        }

        @Override
        public void remove(PetitionId petition, Collection<String> codes) {
            if (!codes.isEmpty()) {
                run(
                        "DELETE FROM due WHERE petition = ? AND code IN (SELECT value FROM json_each(?))",
                        petition.value(),
                        json(codes));
            }
        }

        @Override
        public void removeStartedBy(PetitionId petition, Start start, Collection<String> codes) {
            if (!codes.isEmpty()) {
                run(
                        "DELETE FROM due WHERE petition = ? AND start = ? AND code IN (SELECT value FROM json_each(?))",
                        petition.value(),
                        start.name(),
                        json(codes));
            }
        }

        /** Codes have no quotes in them. */
        private static String json(Collection<String> codes) {
            return codes.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        }

        @Override
        public void hold(PetitionId petition, List<String> codes, Instant until) {
            codes.forEach(
                    code -> run("UPDATE due SET held = 1 WHERE petition = ? AND code = ?", petition.value(), code));
            run(
                    "INSERT OR REPLACE INTO due (petition, code, kind, at) VALUES (?, ?, ?, ?)",
                    petition.value(),
                    "," + String.join(",", codes) + ",",
                    RESUME,
                    until.toEpochMilli());
        }

        @Override
        public void release(PetitionId petition) {
            run("DELETE FROM due WHERE petition = ? AND kind = ?", petition.value(), RESUME);
            run("UPDATE due SET held = 0 WHERE petition = ?", petition.value());
        }

        @Override
        public void takenInHand(PetitionId petition, String agency) {
            run("INSERT OR IGNORE INTO in_hand (petition, agency) VALUES (?, ?)", petition.value(), agency);
        }

        @Override
        public void outOfHand(PetitionId petition, String agency) {
            run("DELETE FROM in_hand WHERE petition = ? AND agency = ?", petition.value(), agency);
        }

        @Override
        public void outOfHands(PetitionId petition) {
            run("DELETE FROM in_hand WHERE petition = ?", petition.value());
        }

        @Override
        public void merged(String agency) {
            run("INSERT OR IGNORE INTO merged (agency) VALUES (?)", agency);
        }

        @Override
        public void registered(String agency) {
            run("DELETE FROM merged WHERE agency = ?", agency);
        }

        @Override
        public void calendarChanged(int year, String reason) {
            run("INSERT OR REPLACE INTO changed_year (year, reason) VALUES (?, ?)", year, reason);
            // A notice may begin in the last week of the year before.
            run(
                    """
                    INSERT OR REPLACE INTO recalculation (petition, reason)
                    SELECT DISTINCT petition, ? FROM due WHERE last_day >= ? AND start_day <= ?""",
                    reason,
                    LocalDate.of(year - 1, 12, 25).toString(),
                    LocalDate.of(year, 12, 31).toString());
        }

        private String startOf(PetitionId petition, String code) {
            try (ResultSet row = prepared(
                            "SELECT start FROM due WHERE petition = ? AND code = ? LIMIT 1", petition.value(), code)
                    .executeQuery()) {
                return row.next() ? row.getString(1) : null;
            } catch (SQLException e) {
                throw new Failed(e);
            }
        }

        private void run(String sql, Object... values) {
            try {
                prepared(sql, values).executeUpdate();
            } catch (SQLException e) {
                throw new Failed(e);
            }
        }

        private PreparedStatement prepared(String sql, Object... values) throws SQLException {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        }
    }
}
