package cn.huiying.query.petitionfile;

import cn.huiying.query.listing.PetitionHistory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Petition files. */
@Configuration(proxyBeanMethods = false)
public class PetitionFileConfiguration {

    @Bean
    PetitionFiles petitionFiles(EventStore eventStore, PetitionHistory history) {
        return new EventSourcedPetitionFiles(eventStore, history);
    }

    @Bean
    PetitionStories petitionStories(EventStore eventStore) {
        return new EventSourcedPetitionStories(eventStore);
    }

    @Bean
    VisibleFiles visibleFiles(PetitionFiles files) {
        return new VisibleFiles(files);
    }
}
