package cn.huiying.command.petition;

import cn.huiying.command.common.Streams;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Refused;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the petition's own stream on each call. */
class EventSourcedPetitions implements Petitions {

    private final EventStore eventStore;

    EventSourcedPetitions(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public Stage require(PetitionId id) {
        Stage stage = Streams.<Stage, PetitionEvent>fold(
                eventStore, id.toString(), PetitionEvent.class, null, Evolution::evolve);
        if (stage == null) {
            throw Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition.");
        }
        return stage;
    }
}
