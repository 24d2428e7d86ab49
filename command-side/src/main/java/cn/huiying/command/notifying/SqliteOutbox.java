package cn.huiying.command.notifying;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.notifying.Notifications.Happening;
import cn.huiying.command.notifying.OrderNotifications.OrderHappening;
import cn.huiying.command.notifying.PolicyNotifications.PolicyHappening;
import cn.huiying.command.notifying.ProposalNotifications.ProposalHappening;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file with the outbox, what has to be known of open petitions, and the mark: the position up to which the log has been
 * turned into notifications. Mark and rows are written in one transaction, so that a row that is gone can't come back.
 */
class SqliteOutbox implements Outbox {

    /** Moments are UTC; {@code seq} is the order of the log; {@code petition} names an order, proposal or policy where it is about one. */
    static final String[] SCHEMA = {
        """
        CREATE TABLE IF NOT EXISTS outbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
            recipient TEXT NOT NULL, petition TEXT NOT NULL, payload TEXT NOT NULL, created_at TEXT NOT NULL,
            status TEXT NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'DEAD')),
            attempts INTEGER NOT NULL DEFAULT 0, next_try_at TEXT NOT NULL, last_error TEXT)""",
        "CREATE INDEX IF NOT EXISTS outbox_pending ON outbox (recipient, seq) WHERE status = 'PENDING'",
        "CREATE INDEX IF NOT EXISTS outbox_dead ON outbox (seq) WHERE status = 'DEAD'",
        "CREATE INDEX IF NOT EXISTS outbox_delivered ON outbox (created_at) WHERE status = 'DELIVERED'",
        """
        CREATE TABLE IF NOT EXISTS open_petition (
            petition TEXT PRIMARY KEY, position INTEGER NOT NULL, known TEXT NOT NULL) WITHOUT ROWID""",
        "CREATE TABLE IF NOT EXISTS mark (id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL)"
    };

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SqliteDatabase database;
    private final BiPredicate<String, String> isOrIsUnder;

    /** @param head the end of the log: a new outbox begins there, and tells nobody of what was there before it */
    SqliteOutbox(SqliteDatabase database, BiPredicate<String, String> isOrIsUnder, LongSupplier head) {
        this.database = database;
        this.isOrIsUnder = isOrIsUnder;
        boolean fresh = database.transaction(connection -> number(connection, "SELECT count(*) FROM mark") == 0);
        if (fresh) {
            long position = head.getAsLong();
            database.transaction(connection -> {
                mark(connection, position);
                return null;
            });
        }
    }

    @Override
    public void takeIn(List<? extends Occurrence> occurrences) {
        database.transaction(connection -> {
            long mark = number(connection, "SELECT position FROM mark");
            long reached = mark;
            Map<PetitionId, Known> touched = new HashMap<>();
            try (PreparedStatement insert = connection.prepareStatement(
                    """
                    INSERT OR IGNORE INTO outbox (id, kind, recipient, petition, payload, created_at, next_try_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
                for (Occurrence occurrence : occurrences) {
                    boolean fresh = occurrence.position() > mark;
                    List<Notification> told =
                            switch (occurrence) {
                                case Happening happening -> {
                                    PetitionId id = happening.event().petitionId();
                                    Known known = touched.get(id);
                                    if (known == null) {
                                        known = read(connection, id);
                                    }
                                    touched.put(id, known.after(happening));
                                    yield fresh
                                            ? Notifications.of(happening, known.petition(), isOrIsUnder)
                                            : List.of();
                                }
                                case OrderHappening happening -> fresh ? OrderNotifications.of(happening) : List.of();
                                case ProposalHappening happening ->
                                    fresh ? ProposalNotifications.of(happening) : List.of();
                                case PolicyHappening happening -> fresh ? PolicyNotifications.of(happening) : List.of();
                            };
                    for (Notification notification : told) {
                        insert(insert, notification, occurrence.recordedAt());
                    }
                    reached = Math.max(reached, occurrence.position());
                }
            }
            write(connection, touched);
            mark(connection, reached);
            return null;
        });
    }

    /** What is known of a petition, null where nothing is, and by which event. */
    private record Known(long position, NotifiedPetition petition) {

        Known after(Happening happening) {
            if (happening.position() <= position) {
                return this;
            }
            if (happening.event() instanceof PetitionSubmitted submitted) {
                return new Known(happening.position(), NotifiedPetition.of(submitted));
            }
            if (petition == null || petition.ends(happening.event())) {
                return new Known(happening.position(), null);
            }
            return new Known(happening.position(), petition.evolve(happening.event()));
        }
    }

    private static void insert(PreparedStatement insert, Notification told, Instant recordedAt) throws SQLException {
        insert.setString(1, told.id());
        insert.setString(2, told.kind().name());
        insert.setString(3, told.recipient().toString());
        insert.setString(4, told.about());
        insert.setString(5, JSON.writeValueAsString(told));
        insert.setString(6, MOMENT.format(recordedAt));
        insert.setString(7, MOMENT.format(recordedAt));
        insert.executeUpdate();
    }

    private static Known read(Connection connection, PetitionId id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT position, known FROM open_petition WHERE petition = ?")) {
            statement.setString(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Known(row.getLong(1), JSON.readValue(row.getString(2), NotifiedPetition.class))
                        : new Known(0, null);
            }
        }
    }

    private static void write(Connection connection, Map<PetitionId, Known> touched) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(
                        "INSERT OR REPLACE INTO open_petition (petition, position, known) VALUES (?, ?, ?)");
                PreparedStatement drop = connection.prepareStatement("DELETE FROM open_petition WHERE petition = ?")) {
            for (Map.Entry<PetitionId, Known> entry : touched.entrySet()) {
                Known known = entry.getValue();
                if (known.petition() == null) {
                    drop.setString(1, entry.getKey().value());
                    drop.executeUpdate();
                } else {
                    put.setString(1, entry.getKey().value());
                    put.setLong(2, known.position());
                    put.setString(3, JSON.writeValueAsString(known.petition()));
                    put.executeUpdate();
                }
            }
        }
    }

    private static void mark(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT OR REPLACE INTO mark (id, position) VALUES (1, ?)")) {
            statement.setLong(1, position);
            statement.executeUpdate();
        }
    }

    @Override
    public void forgetPetitions() {
        change("DELETE FROM open_petition");
    }

    @Override
    public List<String> recipientsDueBy(Instant moment, int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    """
                    SELECT recipient FROM outbox
                    WHERE seq IN (SELECT min(seq) FROM outbox WHERE status = 'PENDING' GROUP BY recipient)
                        AND next_try_at <= ? ORDER BY seq LIMIT ?""")) {
                statement.setString(1, MOMENT.format(moment));
                statement.setInt(2, limit);
                List<String> recipients = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        recipients.add(rows.getString(1));
                    }
                }
                return recipients;
            }
        });
    }

    @Override
    public List<Pending> dueBy(Instant moment, String recipient, int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    """
                    SELECT payload, attempts, next_try_at FROM outbox
                    WHERE status = 'PENDING' AND recipient = ? ORDER BY seq LIMIT ?""")) {
                statement.setString(1, recipient);
                statement.setInt(2, limit);
                List<Pending> due = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next() && rows.getString(3).compareTo(MOMENT.format(moment)) <= 0) {
                        due.add(new Pending(JSON.readValue(rows.getString(1), Notification.class), rows.getInt(2)));
                    }
                }
                return due;
            }
        });
    }

    @Override
    public void delivered(String id) {
        change("UPDATE outbox SET status = 'DELIVERED', attempts = attempts + 1, last_error = NULL WHERE id = ?", id);
    }

    @Override
    public void failed(String id, Instant nextTry, String error) {
        change(
                "UPDATE outbox SET attempts = attempts + 1, next_try_at = ?, last_error = ? WHERE id = ?",
                MOMENT.format(nextTry),
                error,
                id);
    }

    @Override
    public void dead(String id, String error) {
        change("UPDATE outbox SET status = 'DEAD', attempts = attempts + 1, last_error = ? WHERE id = ?", error, id);
    }

    @Override
    public int pending() {
        return count("PENDING");
    }

    @Override
    public int dead() {
        return count("DEAD");
    }

    @Override
    public int prune(Instant before) {
        return change("DELETE FROM outbox WHERE status = 'DELIVERED' AND created_at < ?", MOMENT.format(before));
    }

    private int count(String status) {
        return database.transaction(
                connection -> (int) number(connection, "SELECT count(*) FROM outbox WHERE status = '" + status + "'"));
    }

    private int change(String sql, String... values) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
