package cn.huiying.command.common;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Folds small committed streams that many commands look into, and remembers how far it came: every call still asks the store for
 * what is new, so its answer is never older than the call, on several nodes too. Safe for many threads.
 *
 * @param <S> the state, immutable
 * @param <E> the events that are folded; others of the stream are passed over
 */
public final class KnownStreams<S, E> {

    private static final int MOST = 10_000;

    private record Known<S>(S state, long version) {}

    private final EventStore eventStore;
    private final Class<E> type;
    private final Known<S> initial;
    private final BiFunction<S, E, S> evolve;
    private final Cache<String, Known<S>> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public KnownStreams(EventStore eventStore, Class<E> type, S initial, BiFunction<S, E, S> evolve) {
        this.eventStore = eventStore;
        this.type = type;
        this.initial = new Known<>(initial, -1);
        this.evolve = evolve;
    }

    /** @return the initial state where the stream is empty */
    public S state(String stream) {
        Known<S> before = known.get(stream, key -> initial);
        S state = before.state();
        long version = before.version();
        DomainEventStream events = eventStore.readEvents(stream, version + 1);
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            version = event.getSequenceNumber();
            if (type.isInstance(event.getPayload())) {
                state = evolve.apply(state, type.cast(event.getPayload()));
            }
        }
        if (version > before.version()) {
            known.put(stream, new Known<>(state, version));
        }
        return state;
    }
}
