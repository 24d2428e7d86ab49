package cn.huiying.query.petitionfile;

import cn.huiying.query.common.AsOf;
import cn.huiying.query.listing.PetitionHistory;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the petition's own stream on each call (ADR 6), or the part of it that there was at a position. */
class EventSourcedPetitionFiles implements PetitionFiles {

    private final EventStore eventStore;
    private final PetitionHistory history;

    EventSourcedPetitionFiles(EventStore eventStore, PetitionHistory history) {
        this.eventStore = eventStore;
        this.history = history;
    }

    @Override
    public Optional<PetitionFile> find(PetitionId id, AsOf asOf) {
        // A stream does not tell positions; the history of the listing knows which of the petition's events was the
        // last.
        return asOf == null
                ? fold(id, Long.MAX_VALUE)
                : history.asOf(asOf.position()).find(id).flatMap(then -> fold(id, then.version()));
    }

    private Optional<PetitionFile> fold(PetitionId id, long last) {
        PetitionFile file = new PetitionFile();
        DomainEventStream events = eventStore.readEvents(id.toString());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            if (event.getSequenceNumber() > last) {
                break;
            }
            file.evolve(
                    (PetitionEvent) event.getPayload(),
                    event.getSequenceNumber(),
                    (String) event.getMetaData().get(Actor.ROLE),
                    (String) event.getMetaData().get(Actor.AGENCY));
        }
        return file.version < 0 ? Optional.empty() : Optional.of(file);
    }
}
