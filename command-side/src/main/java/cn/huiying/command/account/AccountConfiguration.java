package cn.huiying.command.account;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

    @Bean
    Accounts accounts(EventStore eventStore) {
        return new EventSourcedAccounts(eventStore);
    }
}
