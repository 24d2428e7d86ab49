package cn.huiying.eventstore;

import java.util.List;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.monitoring.MessageMonitor;

/**
 * The framework's embedded event store, except for its streams: those of the framework share a cache that is searched
 * from its beginning, and can sleep through a commit until the next one or the poll (up to a second). Ours read the log
 * and are woken by its writer.
 */
public final class TailingEventStore extends EmbeddedEventStore {

    private final SqliteEventStorageEngine engine;

    public TailingEventStore(SqliteEventStorageEngine engine) {
        this(engine, builder());
    }

    public TailingEventStore(
            SqliteEventStorageEngine engine,
            MessageMonitor<? super EventMessage<?>> messageMonitor,
            EventBusSpanFactory spanFactory) {
        this(engine, builder().messageMonitor(messageMonitor).spanFactory(spanFactory));
    }

    private TailingEventStore(SqliteEventStorageEngine engine, Builder builder) {
        super(builder.storageEngine(engine).optimizeEventConsumption(false));
        this.engine = engine;
    }

    /** See {@link SqliteEventStorageEngine#openStream}. */
    @Override
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        return engine.openStream(trackingToken);
    }

    /** The engine wakes the streams itself, also for what was appended past this store. */
    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {}
}
