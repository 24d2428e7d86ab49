package cn.huiying.command.calendar;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The working calendar. */
@Configuration(proxyBeanMethods = false)
public class CalendarConfiguration {

    @Bean
    WorkCalendars workCalendars(EventStore eventStore) {
        return new EventSourcedWorkCalendars(eventStore);
    }
}
