package cn.huiying.query.common;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads what happened to one thing from its own stream. */
public final class Stories {

    private Stories() {}

    /** @param fold takes each event with the role of whoever did it */
    public static <E> void read(
            EventStore eventStore, String stream, Class<E> type, BiConsumer<Recorded<E>, Role> fold) {
        DomainEventStream events = eventStore.readEvents(stream);
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            fold.accept(
                    new Recorded<>(type.cast(event.getPayload()), event.getSequenceNumber(), 0),
                    Role.valueOf((String) event.getMetaData().get(Actor.ROLE)));
        }
    }
}
