package cn.huiying.command.suggestion;

import cn.huiying.command.petition.SuggestionTopics;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Suggestions 建言献策: topics, measures and special reports. */
@Configuration(proxyBeanMethods = false)
public class SuggestionConfiguration {

    @Bean
    KnownSuggestions knownSuggestions(EventStore eventStore) {
        return new EventSourcedKnownSuggestions(eventStore);
    }

    @Bean
    SuggestionTopics suggestionTopics(EventStore eventStore) {
        return new EventSourcedSuggestionTopics(eventStore);
    }
}
