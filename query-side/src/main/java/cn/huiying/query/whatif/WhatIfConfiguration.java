package cn.huiying.query.whatif;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What would have become of a past period under other rules. */
@Configuration(proxyBeanMethods = false)
public class WhatIfConfiguration {

    @Bean
    WhatIf whatIf(EventStore eventStore) {
        return new WhatIf(new EventSourcedPastPetitions(eventStore));
    }

    @Bean
    QuestionReader questionReader(EventStore eventStore) {
        return new QuestionReader(new EventSourcedPastPetitions(eventStore));
    }
}
