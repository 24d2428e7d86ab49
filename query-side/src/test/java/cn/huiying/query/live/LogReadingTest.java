package cn.huiying.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Urgency;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LogReadingTest {

    /** It was accepted, and nobody had posted it. */
    @Test
    void of_an_event_that_can_not_be_folded_nobody_is_told_and_the_reading_goes_on() throws InterruptedException {
        PetitionAccepted accepted = new PetitionAccepted(
                new PetitionId("PET-1"),
                PetitionType.HELP,
                "城建",
                PetitionClass.CLAIM,
                LimitClass.C7,
                Urgency.NORMAL,
                null,
                Instant.EPOCH);
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        store.publish(new GenericDomainEventMessage<>("Petition", "PET-1", 0, accepted));
        LogReading reading =
                new LogReading(store, new Notices(JsonMapper.builder().build()));
        try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(null)) {
            assertThat(reading.notices(events.nextAvailable(), null)).isEmpty();
        }
        store.shutDown();
    }
}
