package cn.huiying.bench;

import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.listing.ListingFold;
import cn.huiying.query.workqueue.WorkQueueFold;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.serialization.EventSerialization;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.serialization.Serializer;

/**
 * The plain read side beside ours: pooled streaming processors that, in one transaction a batch, load a row, fold the event in
 * with our own fold and write the row back, event by event, into PostgreSQL tables with the indexes that the lists need.
 * (a) has 4 segments and batches of 500; (b) 16 segments and batches of 1. It does less than ours: two read models instead of
 * four, and no full text.
 */
final class PeerReplay {

    private static final String[] TABLES = {
        "DROP TABLE IF EXISTS listing",
        "DROP TABLE IF EXISTS work_items",
        "DROP TABLE IF EXISTS tokenentry",
        """
        CREATE TABLE listing (id text PRIMARY KEY, section text, type text, domain text, district text, agency text,
            state text, published boolean, submitted_at timestamptz, document text, summary text)""",
        "CREATE INDEX ON listing (published, submitted_at, id)",
        "CREATE INDEX ON listing (state, submitted_at, id)",
        "CREATE INDEX ON listing (agency, submitted_at, id)",
        """
        CREATE TABLE work_items (id text PRIMARY KEY, agency text, desk text, bucket text, since timestamptz,
            document text, summary text)""",
        "CREATE INDEX ON work_items (agency, bucket, since, id)",
        "CREATE INDEX ON work_items (desk, since, id)",
    };

    private static final String UPSERT_LISTING =
            """
            INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET type = excluded.type, domain = excluded.domain, agency = excluded.agency,
                state = excluded.state, published = excluded.published, document = excluded.document,
                summary = excluded.summary""";

    private static final String UPSERT_WORK =
            """
            INSERT INTO work_items VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET agency = excluded.agency, desk = excluded.desk, bucket = excluded.bucket,
                since = excluded.since, document = excluded.document, summary = excluded.summary""";

    /** @param seconds until both read models had the last event */
    record Replayed(double seconds, Map<String, String> states) {}

    private PeerReplay() {}

    /** @param petitionEvents how many events of petitions there are */
    static Replayed replay(Peer peer, long petitionEvents, Duration patience)
            throws SQLException, InterruptedException {
        try (Connection connection = peer.pool().getConnection();
                Statement sql = connection.createStatement()) {
            for (String table : TABLES) {
                sql.execute(table);
            }
            connection.commit();
        }
        Serializer json = EventSerialization.serializer();
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(peer.connections())
                .serializer(json)
                .build();
        try (Connection connection = peer.pool().getConnection()) {
            PostgresTokenTableFactory.INSTANCE
                    .createTable(
                            connection,
                            org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema.builder()
                                    .build())
                    .execute();
            connection.commit();
        }
        Listing listing = new Listing(peer.connections());
        Work work = new Work(peer.connections());
        // Without the modules on the class path: one of them would look for an Axon Server.
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> json)
                .configureEmbeddedEventStore(c -> peer.engine());
        configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerTokenStore(c -> tokens)
                .registerDefaultTransactionManager(c -> NoTransactionManager.INSTANCE)
                .registerEventHandler(c -> listing)
                .registerEventHandler(c -> work);
        // The framework's own first token can't be read back from JSON (#4160).
        configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration((c, processor) -> peer.tuned()
                        ? processor
                                .initialToken(log -> log.createTailToken())
                                .initialSegmentCount(4)
                                .batchSize(500)
                        : processor.initialToken(log -> log.createTailToken()));
        Configuration configuration = configurer.buildConfiguration();
        long start = System.nanoTime();
        configuration.start();
        try {
            while (listing.handled.get() < petitionEvents || work.handled.get() < petitionEvents) {
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw new IllegalStateException("The peer did not finish " + petitionEvents + " events in time: "
                            + listing.handled + " and " + work.handled);
                }
                Thread.sleep(2);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Replayed(seconds, states(peer));
        } finally {
            configuration.shutdown();
        }
    }

    private static Map<String, String> states(Peer peer) throws SQLException, InterruptedException {
        // The last batches commit after their last event was handled.
        Thread.sleep(1_000);
        Map<String, String> states = new TreeMap<>();
        try (Connection connection = peer.pool().getConnection();
                Statement sql = connection.createStatement()) {
            try (ResultSet rows = sql.executeQuery("SELECT 'L ' || id, summary FROM listing"
                    + " UNION ALL SELECT 'W ' || id, summary FROM work_items")) {
                while (rows.next()) {
                    states.put(rows.getString(1), rows.getString(2));
                }
            }
            connection.commit();
        }
        return states;
    }

    private static String document(Connection connection, String select, String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(select)) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** The peers' listing. */
    @ProcessingGroup("listing")
    static final class Listing {

        private final ConnectionProvider connections;
        private final AtomicLong handled = new AtomicLong();

        Listing(ConnectionProvider connections) {
            this.connections = connections;
        }

        @EventHandler
        void on(PetitionEvent event, @SequenceNumber Long version, TrackingToken token) throws SQLException {
            try (Connection connection = connections.getConnection()) {
                String id = event.petitionId().value();
                String before = document(connection, "SELECT document FROM listing WHERE id = ?", id);
                ListedPetition after = ListingFold.evolve(
                        before, event, version, token.position().orElse(0));
                try (PreparedStatement upsert = connection.prepareStatement(UPSERT_LISTING)) {
                    upsert.setString(1, id);
                    upsert.setString(2, after.section().name());
                    upsert.setString(3, after.type().name());
                    upsert.setString(4, after.domain());
                    upsert.setString(5, after.district());
                    upsert.setString(6, after.agency());
                    upsert.setString(7, after.state().name());
                    upsert.setBoolean(8, after.published());
                    upsert.setTimestamp(9, Timestamp.from(after.submittedAt()));
                    upsert.setString(10, ListingFold.json(after));
                    upsert.setString(11, ListingFold.state(after));
                    upsert.executeUpdate();
                }
            }
            handled.incrementAndGet();
        }
    }

    /** The peers' queues. */
    @ProcessingGroup("work-queue")
    static final class Work {

        private final ConnectionProvider connections;
        private final AtomicLong handled = new AtomicLong();

        Work(ConnectionProvider connections) {
            this.connections = connections;
        }

        @EventHandler
        void on(PetitionEvent event, @SequenceNumber Long version) throws SQLException {
            try (Connection connection = connections.getConnection()) {
                String id = event.petitionId().value();
                String before = document(connection, "SELECT document FROM work_items WHERE id = ?", id);
                WorkQueueFold.Folded after = WorkQueueFold.evolve(before, event, version);
                if (after != null && after.stays()) {
                    try (PreparedStatement upsert = connection.prepareStatement(UPSERT_WORK)) {
                        upsert.setString(1, id);
                        upsert.setString(2, after.agency());
                        upsert.setString(3, after.desk());
                        upsert.setString(4, after.bucket());
                        upsert.setTimestamp(5, Timestamp.from(after.since()));
                        upsert.setString(6, after.json());
                        upsert.setString(7, after.state());
                        upsert.executeUpdate();
                    }
                } else if (before != null) {
                    try (PreparedStatement delete =
                            connection.prepareStatement("DELETE FROM work_items WHERE id = ?")) {
                        delete.setString(1, id);
                        delete.executeUpdate();
                    }
                }
            }
            handled.incrementAndGet();
        }
    }
}
