package cn.huiying.app.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Lets batches begin no closer than a pace apart, so that what a batch costs (a refresh of the index, a round trip to the
 * documents) is shared by what has gathered meanwhile. After a quiet time an event is handed on at once, and a reader that is
 * catching up is never held back: its batches take longer than the pace.
 */
record PacedSource(StreamableMessageSource<TrackedEventMessage<?>> source, Duration pace)
        implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return new Paced(source.openStream(token), pace.toNanos());
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return source.createTokenAt(moment);
    }

    /** For one consumer. It waits with a time only before a batch, and goes on without one inside it. */
    private static final class Paced implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final long pace;
        private long begun;

        Paced(BlockingStream<TrackedEventMessage<?>> stream, long pace) {
            this.stream = stream;
            this.pace = pace;
            begun = System.nanoTime() - pace;
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (!stream.hasNextAvailable(timeout, unit)) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(begun + pace - System.nanoTime());
            begun = System.nanoTime();
            return true;
        }

        @Override
        public boolean hasNextAvailable() {
            return stream.hasNextAvailable();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
