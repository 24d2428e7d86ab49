package cn.huiying.bench;

import cn.huiying.shared.serialization.EventSerialization;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;

/**
 * Axon's JDBC engine on a PostgreSQL database, with the same JSON as ours (the framework's own default, XStream, is banned
 * here and slower: that favours (b)).
 *
 * @param tuned (a): a connection for each sender, our cache of aggregates; (b): Hikari's ten connections, no cache
 */
record Peer(HikariDataSource pool, ConnectionProvider connections, JdbcEventStorageEngine engine, boolean tuned)
        implements AutoCloseable {

    static Peer open(Postgres postgres, String database, boolean tuned) {
        HikariDataSource pool = postgres.pool(database, tuned ? 64 : 10);
        // One transaction a unit of work: the wrapper commits with it. Outside of one each statement is its own.
        ConnectionProvider inUnit =
                new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool));
        ConnectionProvider connections = () -> CurrentUnitOfWork.isStarted() ? inUnit.getConnection() : single(pool);
        Serializer json = EventSerialization.serializer();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .upcasterChain(EventSerialization.upcasters())
                .schema(EventSchema.builder().build())
                .build();
        return new Peer(pool, connections, engine, tuned);
    }

    private static Connection single(HikariDataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    /** Makes the engine's tables. */
    Peer withTables() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            PostgresEventTableFactory tables = PostgresEventTableFactory.INSTANCE;
            EventSchema schema = EventSchema.builder().build();
            tables.createDomainEventTable(connection, schema).execute();
            tables.createSnapshotEventTable(connection, schema).execute();
            connection.commit();
        }
        return this;
    }

    @Override
    public void close() {
        pool.close();
    }
}
