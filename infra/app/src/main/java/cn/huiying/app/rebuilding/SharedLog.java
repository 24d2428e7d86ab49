package cn.huiying.app.rebuilding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log for generations that are filled at the same time: whoever comes first reads a piece of it and decodes what it needs, whoever
 * comes soon after finds it so. Safe for many threads.
 */
final class SharedLog {

    private static final Logger log = LoggerFactory.getLogger(SharedLog.class);

    private static final int PIECE = 1_000;
    /** As many pieces may one reader be ahead of another that is to find what it read; some 100 MB. */
    private static final int KEPT = 40;

    /** How soon it is seen that there is more to read. */
    private static final long LOOK_AGAIN_MILLIS = 5;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;

    /** By the position that they follow, the oldest first. */
    private final Map<Long, Piece> pieces = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Piece> eldest) {
            return size() > KEPT;
        }
    };

    private int readers;

    SharedLog(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    /** Read by one, while those who want the same wait. */
    private static final class Piece {

        /** Null before it was read. */
        private List<TrackedEventMessage<?>> events;
    }

    /**
     * The log up to a position that may grow, so that whoever reads it can be brought to exactly that position.
     *
     * @param wanted types of payloads that are decoded
     */
    StreamableMessageSource<TrackedEventMessage<?>> upTo(LongSupplier bound, Predicate<Class<?>> wanted) {
        return new StreamableMessageSource<>() {

            @Override
            public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
                return new Reader(token == null ? 0 : token.position().orElse(0), bound, wanted);
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
        };
    }

    private static long positionOf(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private Piece after(long position) {
        synchronized (pieces) {
            return pieces.computeIfAbsent(position, key -> new Piece());
        }
    }

    private void opened(int more) {
        synchronized (pieces) {
            readers += more;
            if (readers == 0) {
                pieces.clear();
            }
        }
    }

    /** For one consumer. */
    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {

        private final LongSupplier bound;
        /** By type, as it was asked once. */
        private final Map<Class<?>, Boolean> wanted = new HashMap<>();

        private final Predicate<Class<?>> wants;
        /** The bound as it was asked last; it only grows. */
        private long most;

        private List<TrackedEventMessage<?>> piece = List.of();
        private int at;
        /** Of the last event of the piece. */
        private long position;
        /** Null where nothing had to be read by this one; else it goes on behind the position that was read last. */
        private BlockingStream<TrackedEventMessage<?>> own;

        private long ownPosition;

        Reader(long position, LongSupplier bound, Predicate<Class<?>> wants) {
            this.position = position;
            this.bound = bound;
            this.wants = wants;
            opened(1);
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (at == piece.size() && isWithin(position + 1)) {
                piece = read();
                at = 0;
                position = piece.isEmpty() ? position : positionOf(piece.getLast());
            }
            return at < piece.size() && isWithin(positionOf(piece.get(at)))
                    ? Optional.of(piece.get(at))
                    : Optional.empty();
        }

        private boolean isWithin(long next) {
            if (next > most) {
                most = bound.getAsLong();
            }
            return next <= most;
        }

        private List<TrackedEventMessage<?>> read() {
            Piece shared = after(position);
            synchronized (shared) {
                if (shared.events != null) {
                    return shared.events;
                }
                List<TrackedEventMessage<?>> events = readOwn();
                if (events.size() >= PIECE) {
                    shared.events = events;
                }
                return events;
            }
        }

        private List<TrackedEventMessage<?>> readOwn() {
            if (own == null || ownPosition != position) {
                closeOwn();
                own = source.openStream(position == 0 ? null : new GlobalSequenceTrackingToken(position));
                ownPosition = position;
            }
            List<TrackedEventMessage<?>> events = new ArrayList<>(PIECE);
            try {
                // What an upcaster made of one event stays together.
                while (own.hasNextAvailable()
                        && own.peek().map(SharedLog::positionOf).orElseThrow() <= most
                        && (events.size() < PIECE
                                || own.peek().map(SharedLog::positionOf).orElseThrow() == ownPosition)) {
                    events.add(own.nextAvailable());
                    ownPosition = positionOf(events.getLast());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return events;
        }

        @Override
        public boolean hasNextAvailable() {
            return peek().isPresent();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            while (!hasNextAvailable()) {
                if (deadline - System.nanoTime() <= 0) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
            TrackedEventMessage<?> event = piece.get(at++);
            if (wanted.computeIfAbsent(event.getPayloadType(), wants::test)) {
                decode(event);
            }
            return event;
        }

        private static void decode(TrackedEventMessage<?> event) {
            // Once for all readers.
            synchronized (event) {
                try {
                    event.getPayload();
                } catch (RuntimeException e) {
                    log.debug("The event at {} can't be decoded; told to whoever handles it", positionOf(event), e);
                }
            }
        }

        @Override
        public void close() {
            closeOwn();
            opened(-1);
        }

        private void closeOwn() {
            if (own != null) {
                own.close();
                own = null;
            }
        }
    }
}
