package cn.huiying.query.live;

import cn.huiying.query.common.Recorded;
import cn.huiying.query.supervision.ListedOrder;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.SuggestionConverted;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import cn.huiying.shared.suggestion.SuggestionTopicOpened;
import cn.huiying.shared.supervision.SupervisionEvent;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of the log, event by event, as notices. For one reader. */
final class LogReading {

    private static final Logger log = LoggerFactory.getLogger(LogReading.class);

    private final EventStore eventStore;
    private final Notices notices;
    private final Standings standings;

    LogReading(EventStore eventStore, Notices notices) {
        this.eventStore = eventStore;
        this.notices = notices;
        this.standings = new Standings(eventStore);
    }

    BlockingStream<TrackedEventMessage<?>> open(long after) {
        return eventStore.openStream(new GlobalSequenceTrackingToken(after));
    }

    static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    /**
     * What is to be told of an event. Of one that can't be folded nothing is, and the others go on.
     *
     * @param only the petition that matters; null for all
     */
    List<Notice> notices(TrackedEventMessage<?> event, String only) {
        try {
            return noticesOf(event, only);
        } catch (EventStoreException e) {
            // The log can't be read just now: that is nothing of this event's, and it is tried again.
            throw e;
        } catch (RuntimeException e) {
            log.error("Nobody is told of the event at position {}, which can't be folded", position(event), e);
            return List.of();
        }
    }

    private List<Notice> noticesOf(TrackedEventMessage<?> event, String only) {
        if (only == null
                && SupervisionEvent.class.isAssignableFrom(event.getPayloadType())
                && event instanceof DomainEventMessage<?> message) {
            Recorded<SupervisionEvent> recorded =
                    new Recorded<>((SupervisionEvent) event.getPayload(), message.getSequenceNumber(), position(event));
            return List.of(notices.of(recorded, order(message)));
        }
        if (only == null
                && PolicyEvent.class.isAssignableFrom(event.getPayloadType())
                && event instanceof DomainEventMessage<?> message) {
            return notices.of((PolicyEvent) event.getPayload(), position(event), title(message)).stream()
                    .toList();
        }
        if (only == null
                && SuggestionTopicEvent.class.isAssignableFrom(event.getPayloadType())
                && event instanceof DomainEventMessage<?> message) {
            return notices.of(
                    position(event), (SuggestionTopicEvent) event.getPayload(), (SuggestionTopicOpened) first(message));
        }
        if (only == null
                && MeasureEvent.class.isAssignableFrom(event.getPayloadType())
                && event instanceof DomainEventMessage<?> message) {
            return notices.of(position(event), (MeasureEvent) event.getPayload(), (SuggestionConverted) first(message));
        }
        // Asked before anything is decoded.
        if (!PetitionEvent.class.isAssignableFrom(event.getPayloadType())
                || !(event instanceof DomainEventMessage<?> message)
                || (only != null && !only.equals(message.getAggregateIdentifier()))) {
            return List.of();
        }
        PetitionEvent payload = (PetitionEvent) event.getPayload();
        long version = message.getSequenceNumber();
        Recorded<PetitionEvent> recorded = new Recorded<>(payload, version, position(event));
        Standing before = standings.before(payload.petitionId(), version);
        Standing after = before.evolve(recorded);
        standings.keep(payload.petitionId(), after);
        return notices.of(recorded, before, after);
    }

    /** Of a policy; it is published with it. */
    private String title(DomainEventMessage<?> event) {
        return ((PolicyPublished) first(event)).title();
    }

    /** What a policy, a topic or a measure began with. */
    private Object first(DomainEventMessage<?> later) {
        return eventStore.readEvents(later.getAggregateIdentifier()).next().getPayload();
    }

    /** How the order stands after its event; it has few. */
    private ListedOrder order(DomainEventMessage<?> last) {
        ListedOrder order = null;
        DomainEventStream events = eventStore.readEvents(last.getAggregateIdentifier());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            if (event.getSequenceNumber() > last.getSequenceNumber()) {
                break;
            }
            order = ListedOrder.evolve(
                    order, new Recorded<>((SupervisionEvent) event.getPayload(), event.getSequenceNumber(), 0));
        }
        return order;
    }
}
