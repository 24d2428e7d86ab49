package cn.huiying.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last events of the log, read and decoded once for all readers that are near its end. Safe for many threads: while one
 * reads, the others wait, for most of them want the same.
 */
final class RecentMessages {

    /** How far a reader may be behind; some 10 MB, with what is decoded. */
    static final int MOST = 1024;

    private static final Logger logger = LoggerFactory.getLogger(RecentMessages.class);

    private final SqliteEventStorageEngine engine;
    private final TrackedEventMessage<?>[] ring = new TrackedEventMessage<?>[MOST];

    /**
     * A piece of the log.
     *
     * @param messages in order
     * @param position of its last event, which an upcaster may have dropped
     */
    record Piece(List<TrackedEventMessage<?>> messages, long position) {}

    RecentMessages(SqliteEventStorageEngine engine) {
        this.engine = engine;
    }

    /** What follows a position near the end of the log; something has to. */
    synchronized Piece after(long position) {
        List<TrackedEventMessage<?>> known = new ArrayList<>();
        for (TrackedEventMessage<?> next; (next = at(position + known.size() + 1)) != null; ) {
            known.add(next);
        }
        if (!known.isEmpty()) {
            return new Piece(known, position + known.size());
        }
        Piece piece = engine.pieceAfter(position, MOST);
        // Where an upcaster dropped or added events, each reader reads for itself.
        if (piece.position() - position == piece.messages().size()) {
            piece.messages().forEach(this::keep);
        }
        return piece;
    }

    private TrackedEventMessage<?> at(long position) {
        TrackedEventMessage<?> message = ring[(int) (position % MOST)];
        return message != null && positionOf(message) == position ? message : null;
    }

    private void keep(TrackedEventMessage<?> message) {
        ring[(int) (positionOf(message) % MOST)] = message;
        try {
            // Decoded here, once, and not by several readers at the same time.
            message.getPayload();
        } catch (RuntimeException e) {
            // Told to whoever needs it.
            logger.debug("The event at {} can't be decoded: {}", positionOf(message), e.getMessage());
        }
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
