package cn.huiying.command.account;

import cn.huiying.command.common.Streams;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountId;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the account's own stream on each call. */
class EventSourcedAccounts implements Accounts {

    private final EventStore eventStore;

    EventSourcedAccounts(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public AccountStanding standing(AccountId id) {
        return Streams.fold(
                eventStore, id.toString(), AccountEvent.class, AccountStanding.NONE, AccountStanding::evolve);
    }
}
