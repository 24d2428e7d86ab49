package cn.huiying.command.deadlinepolicy;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The deadline policies. */
@Configuration(proxyBeanMethods = false)
public class DeadlinePolicyConfiguration {

    @Bean
    DeadlinePolicies deadlinePolicies(EventStore eventStore) {
        return new EventSourcedDeadlinePolicies(eventStore);
    }
}
