package cn.huiying.app.rebuilding;

import cn.huiying.query.common.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events that a read model can't fold, with those of the same streams that come after them. Kept are only their positions,
 * beside the read model's token, with which they are lost or not; the events themselves stand in the log. There are at most
 * 1 024 streams, with 1 024 events each: beyond that the fault is no single event's, and the processor stops.
 */
public final class ParkedLetters implements SequencedDeadLetterQueue<EventMessage<?>> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Kept(
            String stream, long position, String fault, String message, Instant parkedAt, Instant triedAt) {}

    /**
     * A stream that is held back.
     *
     * @param position of the event that can't be folded
     * @param event    its type
     * @param cause    why, when it was tried last
     * @param waiting  how many events are held back, itself among them
     */
    public record Stream(
            String stream, long position, String event, String cause, int waiting, Instant parkedAt, Instant triedAt) {}

    private final Generation generation;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    /** Null where they have to be read again. */
    private volatile InMemorySequencedDeadLetterQueue<EventMessage<?>> letters;

    public ParkedLetters(Generation generation, StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.generation = generation;
        this.log = log;
    }

    /** Another generation has taken over, with its own. */
    synchronized void reload() {
        letters = null;
    }

    private InMemorySequencedDeadLetterQueue<EventMessage<?>> letters() {
        InMemorySequencedDeadLetterQueue<EventMessage<?>> known = letters;
        return known == null ? load() : known;
    }

    private synchronized InMemorySequencedDeadLetterQueue<EventMessage<?>> load() {
        if (letters == null) {
            InMemorySequencedDeadLetterQueue<EventMessage<?>> read = InMemorySequencedDeadLetterQueue.defaultQueue();
            String parked = generation.parked();
            List<Kept> all = parked.isEmpty() ? List.of() : JSON.readValue(parked, new TypeReference<>() {});
            for (Kept kept : all) {
                Cause cause = kept.fault() == null ? null : new ThrowableCause(kept.fault(), kept.message());
                read.enqueue(
                        kept.stream(),
                        new GenericDeadLetter<>(
                                kept.stream(),
                                event(kept.position()),
                                cause,
                                kept.parkedAt(),
                                kept.triedAt(),
                                MetaData.emptyInstance()));
            }
            letters = read;
        }
        return letters;
    }

    private EventMessage<?> event(long position) {
        GlobalSequenceTrackingToken before = position == 1 ? null : new GlobalSequenceTrackingToken(position - 1);
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(before)) {
            return events.nextAvailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a parked event was read", e);
        }
    }

    private void keep() {
        List<Kept> all = new ArrayList<>();
        letters()
                .deadLetters()
                .forEach(sequence -> sequence.forEach(letter -> all.add(new Kept(
                        stream(letter.message()),
                        position(letter.message()),
                        letter.cause().map(Cause::type).orElse(null),
                        letter.cause().map(Cause::message).orElse(null),
                        letter.enqueuedAt(),
                        letter.lastTouched()))));
        generation.park(all.isEmpty() ? "" : JSON.writeValueAsString(all));
    }

    static String stream(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : event.getIdentifier();
    }

    private static long position(EventMessage<?> event) {
        return ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow();
    }

    /** What is held back, by stream. */
    public List<Stream> streams() {
        List<Stream> streams = new ArrayList<>();
        letters().deadLetters().forEach(sequence -> {
            List<DeadLetter<? extends EventMessage<?>>> all = new ArrayList<>();
            sequence.forEach(all::add);
            // It may have been let go in between.
            if (!all.isEmpty()) {
                DeadLetter<? extends EventMessage<?>> first = all.getFirst();
                streams.add(new Stream(
                        stream(first.message()),
                        position(first.message()),
                        first.message().getPayloadType().getSimpleName(),
                        first.cause()
                                .map(cause -> cause.type() + ": " + cause.message())
                                .orElse(""),
                        all.size(),
                        first.enqueuedAt(),
                        first.lastTouched()));
            }
        });
        return streams;
    }

    @Override
    public void enqueue(Object stream, DeadLetter<? extends EventMessage<?>> letter) {
        letters().enqueue(stream, letter);
        keep();
    }

    /** An event that comes a second time, before the token was stored, is not parked a second time. */
    @Override
    public boolean enqueueIfPresent(Object stream, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        if (letters().amountOfSequences() == 0 || !letters().contains(stream)) {
            return false;
        }
        DeadLetter<? extends EventMessage<?>> next = letter.get();
        long first = Long.MAX_VALUE;
        long last = 0;
        for (DeadLetter<? extends EventMessage<?>> one : letters().deadLetterSequence(stream)) {
            first = Math.min(first, position(one.message()));
            last = Math.max(last, position(one.message()));
        }
        if (position(next.message()) < first) {
            return false;
        }
        if (position(next.message()) > last) {
            enqueue(stream, next);
        }
        return true;
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        letters().evict(letter);
        keep();
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> updater) {
        letters().requeue(letter, updater);
        keep();
    }

    @Override
    public boolean contains(Object stream) {
        return letters().contains(stream);
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object stream) {
        return letters().deadLetterSequence(stream);
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return letters().deadLetters();
    }

    @Override
    public boolean isFull(Object stream) {
        return letters().isFull(stream);
    }

    @Override
    public long size() {
        return letters().size();
    }

    @Override
    public long sequenceSize(Object stream) {
        return letters().sequenceSize(stream);
    }

    @Override
    public long amountOfSequences() {
        return letters().amountOfSequences();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> filter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        boolean processed = letters().process(filter, task);
        keep();
        return processed;
    }

    @Override
    public void clear() {
        letters().clear();
        keep();
    }
}
