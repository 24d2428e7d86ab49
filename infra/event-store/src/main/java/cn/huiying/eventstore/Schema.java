package cn.huiying.eventstore;

/**
 * The tables of the file. SQLite keeps the text of CREATE TABLE with its comments, so {@code .schema} in any SQL tool
 * shows this documentation.
 */
final class Schema {

    /** "HYES" in the header of the file (offset 68): {@code file(1)} and we recognise it. */
    static final int APPLICATION_ID = 0x48594553;

    /** {@code PRAGMA user_version}; raise it with every change of a table and add the step in {@link EventFile}. */
    static final int VERSION = 1;

    static final String CREATE_EVENTS =
            """
            CREATE TABLE events (
                position    INTEGER PRIMARY KEY, -- place in the one order of all events: 1, 2, 3 ... without gaps
                stream      TEXT,                -- whose event (aggregate identifier); null: belongs to no aggregate
                sequence    INTEGER,             -- 0, 1, 2 ... without gaps within the stream
                stream_type TEXT,                -- kind of aggregate
                event_id    TEXT NOT NULL,       -- identifier of the message
                recorded_at TEXT NOT NULL,       -- ISO-8601, UTC, nanoseconds: sorts as text
                type        TEXT NOT NULL,       -- name of the event
                revision    TEXT,                -- version of the event's form
                payload     TEXT NOT NULL,       -- JSON
                metadata    TEXT NOT NULL        -- JSON: who, why, from where
            ) STRICT""";

    /** Partial: an event without a stream pays for no index entry. */
    static final String CREATE_EVENTS_BY_STREAM =
            "CREATE UNIQUE INDEX events_by_stream ON events (stream, sequence) WHERE stream IS NOT NULL";

    static final String CREATE_SNAPSHOTS =
            """
            CREATE TABLE snapshots (
                stream      TEXT PRIMARY KEY,    -- one snapshot a stream: the newest
                sequence    INTEGER NOT NULL,    -- of the last event that is folded into it
                stream_type TEXT,
                event_id    TEXT NOT NULL,
                recorded_at TEXT NOT NULL,
                type        TEXT NOT NULL,
                revision    TEXT,
                payload     TEXT NOT NULL,
                metadata    TEXT NOT NULL
            ) STRICT, WITHOUT ROWID""";

    /** JSON arrives as UTF-8 bytes: the cast makes it text, readable in any tool, without decoding it in Java. */
    static final String INSERT_EVENT =
            """
            INSERT INTO events (position, stream, sequence, stream_type, event_id, recorded_at, type, revision,
                                payload, metadata)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(?9 AS TEXT), CAST(?10 AS TEXT)
            WHERE coalesce(?3, 0) = 0 OR EXISTS (SELECT 1 FROM events WHERE stream = ?2 AND sequence = ?3 - 1)""";

    static final String UPSERT_SNAPSHOT =
            """
            INSERT INTO snapshots (stream, sequence, stream_type, event_id, recorded_at, type, revision,
                                   payload, metadata)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, CAST(?8 AS TEXT), CAST(?9 AS TEXT))
            ON CONFLICT (stream) DO UPDATE SET
                sequence = excluded.sequence, stream_type = excluded.stream_type, event_id = excluded.event_id,
                recorded_at = excluded.recorded_at, type = excluded.type, revision = excluded.revision,
                payload = excluded.payload, metadata = excluded.metadata
            WHERE excluded.sequence >= snapshots.sequence""";

    static final String COLUMNS =
            "position, stream, sequence, stream_type, event_id, recorded_at, type, revision, payload, metadata";

    static final String SELECT_AFTER_POSITION =
            "SELECT " + COLUMNS + " FROM events WHERE position > ?1 ORDER BY position LIMIT ?2";

    static final String SELECT_STREAM =
            "SELECT " + COLUMNS + " FROM events WHERE stream = ?1 AND sequence >= ?2 ORDER BY sequence LIMIT ?3";

    static final String SELECT_SNAPSHOT =
            "SELECT 0, stream, sequence, stream_type, event_id, recorded_at, type, revision,"
                    + " payload, metadata FROM snapshots WHERE stream = ?1";

    static final String SELECT_ANY_SNAPSHOT = "SELECT EXISTS (SELECT 1 FROM snapshots)";

    static final String SELECT_LAST_SEQUENCE =
            "SELECT sequence FROM events WHERE stream = ?1 ORDER BY sequence DESC LIMIT 1";

    static final String SELECT_FIRST_AT_OR_AFTER =
            "SELECT position FROM events WHERE recorded_at >= ?1 ORDER BY position LIMIT 1";

    static final String SELECT_HEAD = "SELECT coalesce(max(position), 0) FROM events";

    private Schema() {}
}
