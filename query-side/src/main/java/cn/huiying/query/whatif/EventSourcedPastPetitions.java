package cn.huiying.query.whatif;

import cn.huiying.shared.deadline.DeadlinePolicyEvent;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.PolicySeriesId;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.time.CalendarEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Passes once through the log for who was submitted and what was known of the rules, and opens nothing else on the way; then
 * each petition's own stream is read by itself. So no more than one life is in memory.
 */
class EventSourcedPastPetitions implements PastPetitions {

    private static final Comparator<Submitted> BY_NUMBER = Comparator.comparing(Submitted::number)
            .thenComparing(submitted -> submitted.petition().value());

    private final EventStore eventStore;

    EventSourcedPastPetitions(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public Period submitted(Instant from, Instant before) {
        List<Submitted> petitions = new ArrayList<>();
        RulesOverTime rules = RulesOverTime.NONE;
        long head = position(eventStore.createHeadToken());
        try (BlockingStream<TrackedEventMessage<?>> log = eventStore.openStream(eventStore.createTailToken())) {
            long position = 0;
            while (position < head) {
                TrackedEventMessage<?> message = log.nextAvailable();
                position = position(message.trackingToken());
                Class<?> type = message.getPayloadType();
                if (CalendarEvent.class.isAssignableFrom(type)) {
                    rules = rules.and((CalendarEvent) message.getPayload(), message.getTimestamp());
                } else if (DeadlinePolicyEvent.class.isAssignableFrom(type)) {
                    rules = rules.and((DeadlinePolicyEvent) message.getPayload(), message.getTimestamp());
                } else if (type == PetitionSubmitted.class) {
                    PetitionSubmitted event = (PetitionSubmitted) message.getPayload();
                    if (!event.at().isBefore(from) && event.at().isBefore(before)) {
                        petitions.add(new Submitted(event.petitionId(), event.number()));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the log", e);
        }
        petitions.sort(BY_NUMBER);
        return new Period(head, petitions, rules);
    }

    private static long position(TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public List<Told> life(PetitionId petition) {
        List<Told> life = new ArrayList<>();
        DomainEventStream events = eventStore.readEvents(petition.toString());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            life.add(new Told((PetitionEvent) event.getPayload(), event.getTimestamp()));
        }
        return life;
    }

    @Override
    public Policies policies() {
        Policies policies = Policies.NONE;
        DomainEventStream events = eventStore.readEvents(PolicySeriesId.CITY.toString());
        while (events.hasNext()) {
            if (events.next().getPayload() instanceof DeadlinePolicyEvent event) {
                policies = policies.evolve(event);
            }
        }
        return policies;
    }
}
