package cn.huiying.query.live;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Standings along a reading of the log; a petition that was not met lately is folded from its own stream. For one reader. */
final class Standings {

    private static final int KEPT = 2_000;

    private final EventStore eventStore;
    private final Map<PetitionId, Standing> lately = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PetitionId, Standing> eldest) {
            return size() > KEPT;
        }
    };

    Standings(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** How the petition stood before its event of this sequence number. */
    Standing before(PetitionId id, long version) {
        Standing known = lately.get(id);
        if (known != null && known.version() == version - 1) {
            return known;
        }
        return version == 0 ? Standing.UNKNOWN : folded(id, version);
    }

    void keep(PetitionId id, Standing standing) {
        lately.put(id, standing);
    }

    private Standing folded(PetitionId id, long version) {
        Standing standing = Standing.UNKNOWN;
        DomainEventStream events = eventStore.readEvents(id.toString());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            if (event.getSequenceNumber() >= version) {
                break;
            }
            // The listing's tie-break, which no notice tells, is all that would need the position.
            standing =
                    standing.evolve(new Recorded<>((PetitionEvent) event.getPayload(), event.getSequenceNumber(), 0));
        }
        return standing;
    }
}
