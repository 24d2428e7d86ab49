package cn.huiying.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.account.AccountFrozen;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class EventSourcedAccountsTest {

    private static final AccountId ACCOUNT = new AccountId("ACC-wang");
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");

    @Test
    void an_accounts_standing_is_folded_from_its_own_stream() {
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
        Sealed name = new Sealed("test", "ACC-wang", "CitizenRegistered.name", "AAAA");
        engine.appendEvents(
                new GenericDomainEventMessage<>(
                        "Account", "ACC-wang", 0, new CitizenRegistered(ACCOUNT, name, name, NOW)),
                new GenericDomainEventMessage<>("Account", "ACC-wang", 1, new AccountFrozen(ACCOUNT, "刷屏", NOW)));
        Accounts accounts = new EventSourcedAccounts(
                EmbeddedEventStore.builder().storageEngine(engine).build());

        assertThat(accounts.standing(ACCOUNT).registered()).isTrue();
        assertThat(accounts.standing(ACCOUNT).frozen()).isTrue();
        assertThat(accounts.standing(new AccountId("ACC-nobody"))).isEqualTo(AccountStanding.NONE);
    }
}
