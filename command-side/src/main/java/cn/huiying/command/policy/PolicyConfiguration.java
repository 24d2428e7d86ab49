package cn.huiying.command.policy;

import cn.huiying.command.common.ListedValues;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policy library 享政策. */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {

    @Bean
    EventSourcedPolicies policies(EventStore eventStore) {
        return new EventSourcedPolicies(eventStore);
    }

    @Bean
    KnownTags knownTags(ListedValues listed) {
        return new KnownTags(listed);
    }
}
