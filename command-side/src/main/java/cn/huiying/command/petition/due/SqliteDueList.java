package cn.huiying.command.petition.due;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.petition.due.DueList.Asked;
import cn.huiying.command.petition.due.DueList.Changes;
import cn.huiying.shared.deadline.PendingMoment;
import cn.huiying.shared.deadline.PendingMoment.Kind;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            due_at INTEGER, lit INTEGER, start TEXT, rank INTEGER, start_day TEXT, last_day TEXT,
            held INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (petition, code, kind)) WITHOUT ROWID""",
        "CREATE INDEX IF NOT EXISTS due_at ON due (at, petition) WHERE held = 0",
        "CREATE INDEX IF NOT EXISTS due_last_day ON due (last_day) WHERE last_day IS NOT NULL",
        "CREATE TABLE IF NOT EXISTS version (petition TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS recalculation (petition TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE IF NOT EXISTS in_hand (
            petition TEXT NOT NULL, agency TEXT NOT NULL, PRIMARY KEY (petition, agency)) WITHOUT ROWID""",
        "CREATE INDEX IF NOT EXISTS in_hand_of ON in_hand (agency)",
        "CREATE TABLE IF NOT EXISTS merged (agency TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS changed_year (year INTEGER PRIMARY KEY, reason TEXT NOT NULL)"
    };

    /** Beside the kinds of pending moments: the clock is to run again at the latest. */
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
                statements.versions();
                return null;
            } catch (Failed e) {
                throw e.cause();
            }
        });
    }

    @Override
    public List<Due> dueBy(Instant moment, int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    """
                    SELECT petition, version, code, kind, at, due_at, lit, rank FROM due JOIN version USING (petition)
                    WHERE held = 0 AND at <= ? ORDER BY at""")) {
                statement.setLong(1, moment.toEpochMilli());
                Map<String, List<Row>> byPetition = new LinkedHashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        String petition = rows.getString(1);
                        if (byPetition.size() < limit || byPetition.containsKey(petition)) {
                            byPetition
                                    .computeIfAbsent(petition, first -> new ArrayList<>())
                                    .add(Row.of(petition, rows));
                        }
                    }
                }
                return byPetition.values().stream().map(Row::due).toList();
            }
        });
    }

    /**
     * One moment that has come.
     *
     * @param rank   null where nothing was left of the deadline when it was changed
     * @param moment null where the clock is to run again
     */
    private record Row(String petition, long version, Long rank, PendingMoment moment) {

        private static final Comparator<Row> AS_THE_PETITION_RECORDS_THEM = Comparator.<Row, Instant>comparing(
                        row -> row.moment().at())
                .thenComparing(Row::rank)
                .thenComparing(row -> row.moment().kind());

        static Row of(String petition, ResultSet rows) throws SQLException {
            String kind = rows.getString(4);
            return new Row(
                    petition,
                    rows.getLong(2),
                    rows.getObject(8) == null ? null : rows.getLong(8),
                    kind.equals(RESUME)
                            ? null
                            : new PendingMoment(
                                    rows.getString(3),
                                    Kind.valueOf(kind),
                                    Instant.ofEpochMilli(rows.getLong(5)),
                                    Instant.ofEpochMilli(rows.getLong(6)),
                                    rows.getBoolean(7)));
        }

        static Due due(List<Row> ofOne) {
            Row first = ofOne.getFirst();
            PetitionId petition = new PetitionId(first.petition());
            boolean certain = ofOne.stream()
                    .allMatch(row -> row.rank() != null && row.moment().kind().certain());
            return new Due(
                    petition,
                    first.version(),
                    certain
                            ? ofOne.stream()
                                    .sorted(AS_THE_PETITION_RECORDS_THEM)
                                    .map(Row::moment)
                                    .toList()
                            : List.of());
        }
    }

    @Override
    public void recorded(Collection<PetitionId> petitions, Instant moment) {
        delete("FROM due WHERE held = 0 AND at <= " + moment.toEpochMilli() + " AND", petitions);
    }

    @Override
    public List<Asked> toRecalculate(int limit) {
        return asked("SELECT petition, reason FROM recalculation LIMIT ?", limit);
    }

    @Override
    public void recalculated(Collection<PetitionId> petitions) {
        delete("FROM recalculation WHERE", petitions);
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
            for (String table : List.of("due", "version", "recalculation", "in_hand", "merged", "changed_year")) {
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

    private void delete(String fromWhere, Collection<PetitionId> petitions) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "DELETE " + fromWhere + " petition IN (SELECT value FROM json_each(?))")) {
                statement.setString(
                        1, json(petitions.stream().map(PetitionId::value).toList()));
                return statement.executeUpdate();
            }
        });
    }

    /** Neither codes nor identifiers have quotes in them. */
    private static String json(Collection<String> texts) {
        return texts.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
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
        private final Map<PetitionId, Long> versions = new HashMap<>();

        Statements(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void version(PetitionId petition, long version) {
            versions.put(petition, version);
        }

        /** Once a petition and batch. */
        void versions() {
            versions.forEach((petition, version) ->
                    run("INSERT OR REPLACE INTO version (petition, version) VALUES (?, ?)", petition.value(), version));
        }

        @Override
        public void put(PetitionId petition, Place given, Deadline deadline) {
            Place place = given == null ? placeOf(petition, deadline.code()) : given;
            remove(petition, List.of(deadline.code()));
            PendingMoment.of(deadline).forEach(moment -> row(petition, place, deadline, moment));
            if (deadline.provisional()) {
                // Decided by the calendar as it was just before the notice was imported.
                run(
                        """
                        INSERT OR REPLACE INTO recalculation (petition, reason)
                        SELECT ?, reason FROM changed_year WHERE year = ?""",
                        petition.value(),
                        deadline.lastDay().getYear());
            }
        }

        private void row(PetitionId petition, Place place, Deadline deadline, PendingMoment moment) {
            boolean last = moment.at().equals(deadline.dueAt());
            run(
                    """
                    INSERT OR REPLACE INTO due
                        (petition, code, kind, at, due_at, lit, start, rank, start_day, last_day, held)
                    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, EXISTS (
                        SELECT 1 FROM due WHERE petition = ? AND kind = 'RESUME' AND instr(code, ',' || ? || ',') > 0)""",
                    petition.value(),
                    deadline.code(),
                    moment.kind().name(),
                    moment.at().toEpochMilli(),
                    moment.dueAt().toEpochMilli(),
                    moment.lit(),
                    place == null ? null : place.start().name(),
                    place == null ? null : place.rank(),
                    last ? deadline.startDate().toString() : null,
                    last ? deadline.lastDay().toString() : null,
                    petition.value(),
                    deadline.code());
        }

        @Override
        public void warned(PetitionId petition, String code) {
            removeKind(petition, code, Kind.WARNING.name());
        }

        @Override
        public void missed(PetitionId petition, String code) {
            removeKind(petition, code, Kind.WARNING.name());
            removeKind(petition, code, Kind.MISSED.name());
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

        private Place placeOf(PetitionId petition, String code) {
            try (ResultSet row = prepared(
                            "SELECT start, rank FROM due WHERE petition = ? AND code = ? LIMIT 1",
                            petition.value(),
                            code)
                    .executeQuery()) {
                return row.next() && row.getString(1) != null
                        ? new Place(Start.valueOf(row.getString(1)), row.getLong(2))
                        : null;
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
