package cn.huiying.query.petitionfile;

import cn.huiying.query.petitionfile.PetitionStory.Told;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.WorkCalendar;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the streams on each call. */
class EventSourcedPetitionStories implements PetitionStories {

    private final EventStore eventStore;

    EventSourcedPetitionStories(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public Optional<PetitionStory> find(PetitionId id) {
        PetitionStory story = new PetitionStory();
        DomainEventStream events = eventStore.readEvents(id.toString());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            story.evolve(
                    new Told((PetitionEvent) event.getPayload(), event.getSequenceNumber(), event.getTimestamp()),
                    (String) event.getMetaData().get(Actor.ROLE),
                    (String) event.getMetaData().get(Actor.AGENCY));
        }
        return story.told.isEmpty() ? Optional.empty() : Optional.of(story);
    }

    @Override
    public WorkCalendar calendar() {
        WorkCalendar calendar = WorkCalendar.of(List.of());
        DomainEventStream events = eventStore.readEvents(CalendarId.CITY.toString());
        while (events.hasNext()) {
            if (events.next().getPayload() instanceof CalendarEvent event) {
                calendar = calendar.with(event.content());
            }
        }
        return calendar;
    }
}
