package cn.huiying.command.common;

import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds committed streams. */
public final class Streams {

    private Streams() {}

    /**
     * Folds the events of one stream; events of other types are passed over.
     *
     * @return the initial state where the stream is empty
     */
    public static <S, E> S fold(
            EventStore eventStore, String stream, Class<E> type, S initial, BiFunction<S, E, S> evolve) {
        S state = initial;
        DomainEventStream events = eventStore.readEvents(stream);
        while (events.hasNext()) {
            Object payload = events.next().getPayload();
            if (type.isInstance(payload)) {
                state = evolve.apply(state, type.cast(payload));
            }
        }
        return state;
    }
}
