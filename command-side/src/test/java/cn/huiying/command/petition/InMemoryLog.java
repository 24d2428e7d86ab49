package cn.huiying.command.petition;

import cn.huiying.shared.petition.PetitionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** A real event store, in memory, that holds the histories of petitions. */
final class InMemoryLog {

    private InMemoryLog() {}

    static EventStore of(PetitionStory... stories) {
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
        for (PetitionStory story : stories) {
            List<DomainEventMessage<?>> messages = new ArrayList<>();
            for (PetitionEvent event : story.events()) {
                messages.add(new GenericDomainEventMessage<>(
                        "Petition", story.id().toString(), messages.size(), event, Map.of("seen", messages.size())));
            }
            engine.appendEvents(messages);
        }
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }
}
