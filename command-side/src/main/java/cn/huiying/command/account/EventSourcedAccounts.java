package cn.huiying.command.account;

import cn.huiying.command.common.KnownStreams;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountId;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the account's own stream. */
class EventSourcedAccounts implements Accounts {

    private final KnownStreams<AccountStanding, AccountEvent> accounts;

    EventSourcedAccounts(EventStore eventStore) {
        accounts = new KnownStreams<>(eventStore, AccountEvent.class, AccountStanding.NONE, AccountStanding::evolve);
    }

    @Override
    public AccountStanding standing(AccountId id) {
        return accounts.state(id.toString());
    }
}
