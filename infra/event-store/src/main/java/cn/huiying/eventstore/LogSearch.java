package cn.huiying.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which events are looked for; an empty set or null does not narrow it.
 *
 * @param streams      by an index; everything else is found by reading
 * @param types        names of events as they are stored
 * @param fields       values that fields of the JSON have
 * @param texts        the payload has one of them in it, as it is stored
 * @param recordedFrom inclusive
 * @param recordedTo   exclusive
 */
public record LogSearch(
        Set<String> streams,
        Set<String> types,
        List<Field> fields,
        Set<String> texts,
        Instant recordedFrom,
        Instant recordedTo) {

    /** Everything. */
    public static final LogSearch ALL = new LogSearch(Set.of(), Set.of(), List.of(), Set.of(), null, null);

    /** @param name of letters only, at the top of the payload or of the metadata */
    public record Field(boolean ofMetadata, String name, Set<String> values) {

        String sql() {
            return (ofMetadata ? "metadata" : "payload") + " ->> '$." + name + "'";
        }
    }

    /** Only these streams. */
    public static LogSearch ofStreams(Set<String> streams) {
        return new LogSearch(streams, Set.of(), List.of(), Set.of(), null, null);
    }

    /** Only these types. */
    public static LogSearch ofTypes(Set<String> types) {
        return new LogSearch(Set.of(), types, List.of(), Set.of(), null, null);
    }

    /** How many positions are looked through in one reading. */
    long piece() {
        return streams.isEmpty() ? 50_000 : Long.MAX_VALUE / 2;
    }

    PreparedStatement select(Connection connection, long after, long upTo, boolean backwards, int limit)
            throws SQLException {
        List<Object> bound = new ArrayList<>();
        String sql = "SELECT " + Schema.COLUMNS + where(after, upTo, bound) + " ORDER BY position"
                + (backwards ? " DESC" : "") + " LIMIT ?";
        bound.add(limit);
        return prepare(connection, sql, bound);
    }

    PreparedStatement count(Connection connection, long after, long upTo) throws SQLException {
        List<Object> bound = new ArrayList<>();
        return prepare(connection, "SELECT count(*)" + where(after, upTo, bound), bound);
    }

    private String where(long after, long upTo, List<Object> bound) {
        StringBuilder sql = new StringBuilder(" FROM events WHERE position > ? AND position <= ?");
        bound.addAll(List.of(after, upTo));
        anyOf(sql, bound, "stream", streams);
        anyOf(sql, bound, "type", types);
        for (Field field : fields) {
            anyOf(sql, bound, field.sql(), field.values());
        }
        if (!texts.isEmpty()) {
            sql.append(" AND (")
                    .append(String.join(" OR ", Collections.nCopies(texts.size(), "instr(payload, ?) > 0")))
                    .append(')');
            bound.addAll(texts);
        }
        if (recordedFrom != null) {
            sql.append(" AND recorded_at >= ?");
            bound.add(StoredEvent.text(recordedFrom));
        }
        if (recordedTo != null) {
            sql.append(" AND recorded_at < ?");
            bound.add(StoredEvent.text(recordedTo));
        }
        return sql.toString();
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<Object> bound)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(sql);
        for (int i = 0; i < bound.size(); i++) {
            prepared.setObject(i + 1, bound.get(i));
        }
        return prepared;
    }

    private static void anyOf(StringBuilder sql, List<Object> bound, String what, Collection<String> values) {
        if (!values.isEmpty()) {
            sql.append(" AND ").append(what).append(" IN (");
            sql.append(String.join(", ", Collections.nCopies(values.size(), "?")))
                    .append(')');
            bound.addAll(values);
        }
    }
}
