package cn.huiying.query.petitionfile;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Petition files. */
@Configuration(proxyBeanMethods = false)
public class PetitionFileConfiguration {

    @Bean
    PetitionFiles petitionFiles(EventStore eventStore) {
        return new EventSourcedPetitionFiles(eventStore);
    }

    @Bean
    VisibleFiles visibleFiles(PetitionFiles files) {
        return new VisibleFiles(files);
    }
}
