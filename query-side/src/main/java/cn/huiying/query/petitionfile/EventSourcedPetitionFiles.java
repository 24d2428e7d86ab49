package cn.huiying.query.petitionfile;

import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the petition's own stream on each call (ADR 6). */
class EventSourcedPetitionFiles implements PetitionFiles {

    private final EventStore eventStore;

    EventSourcedPetitionFiles(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public Optional<PetitionFile> find(PetitionId id) {
        PetitionFile file = new PetitionFile();
        DomainEventStream events = eventStore.readEvents(id.toString());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            file.evolve(
                    (PetitionEvent) event.getPayload(),
                    event.getSequenceNumber(),
                    (String) event.getMetaData().get(Actor.ROLE),
                    (String) event.getMetaData().get(Actor.AGENCY));
        }
        return file.version < 0 ? Optional.empty() : Optional.of(file);
    }
}
