package cn.huiying.command.organisation;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory of agencies. */
@Configuration(proxyBeanMethods = false)
public class OrganisationConfiguration {

    @Bean
    Agencies agencies(EventStore eventStore) {
        return new EventSourcedAgencies(eventStore);
    }
}
