package cn.huiying.command.account;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.shared.privacy.Vault;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
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

    @Bean
    ConfirmingPhones confirmingPhones(
            CommandDoor door, Vault vault, PhoneCodes phoneCodes, InstantSource clock, RandomGenerator random) {
        return new ConfirmingPhones(door, vault, phoneCodes, clock, random);
    }
}
