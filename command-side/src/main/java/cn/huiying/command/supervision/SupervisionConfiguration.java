package cn.huiying.command.supervision;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Supervision orders. */
@Configuration(proxyBeanMethods = false)
public class SupervisionConfiguration {

    @Bean
    SupervisedPetitions supervisedPetitions(EventStore eventStore) {
        return new EventSourcedSupervisedPetitions(eventStore);
    }
}
