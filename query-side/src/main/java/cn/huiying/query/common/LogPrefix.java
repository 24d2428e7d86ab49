package cn.huiying.query.common;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads the log up to a position. */
public final class LogPrefix {

    private LogPrefix() {}

    /**
     * @param after   where it begins, exclusive; 0 for the beginning
     * @param matters asked before anything is decoded
     * @param passed  told of each position once it is folded in
     */
    public static void read(
            EventStore eventStore,
            long after,
            long upTo,
            Predicate<Class<?>> matters,
            Consumer<Recorded<Object>> fold,
            LongConsumer passed) {
        TrackingToken begin = after == 0 ? eventStore.createTailToken() : new GlobalSequenceTrackingToken(after);
        try (BlockingStream<TrackedEventMessage<?>> log = eventStore.openStream(begin)) {
            for (long position = after; position < upTo; ) {
                TrackedEventMessage<?> event = log.nextAvailable();
                position = event.trackingToken().position().orElseThrow();
                if (matters.test(event.getPayloadType()) && event instanceof DomainEventMessage<?> message) {
                    fold.accept(new Recorded<>(event.getPayload(), message.getSequenceNumber(), position));
                }
                passed.accept(position);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the log", e);
        }
    }
}
