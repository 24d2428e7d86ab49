package cn.huiying.query.common;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads the log from its beginning up to a position. */
public final class LogPrefix {

    private LogPrefix() {}

    /** @param matters asked before anything is decoded */
    public static void read(
            EventStore eventStore, long upTo, Predicate<Class<?>> matters, Consumer<Recorded<Object>> fold) {
        try (BlockingStream<TrackedEventMessage<?>> log = eventStore.openStream(eventStore.createTailToken())) {
            for (long position = 0; position < upTo; ) {
                TrackedEventMessage<?> event = log.nextAvailable();
                position = event.trackingToken().position().orElseThrow();
                if (matters.test(event.getPayloadType()) && event instanceof DomainEventMessage<?> message) {
                    fold.accept(new Recorded<>(event.getPayload(), message.getSequenceNumber(), position));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the log", e);
        }
    }
}
