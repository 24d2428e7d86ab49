package cn.huiying.query.enterprise;

import cn.huiying.query.common.EventBatch;
import cn.huiying.shared.account.AccountEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the events of accounts into the list of enterprises. */
@ProcessingGroup(EnterprisesProjection.NAME)
class EnterprisesProjection {

    static final String NAME = "enterprises";

    private final EventBatch events = new EventBatch();
    private final ListedEnterprises enterprises;

    EnterprisesProjection(ListedEnterprises enterprises) {
        this.enterprises = enterprises;
    }

    @EventHandler
    void on(AccountEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.fold(unit, enterprises, event, version, token, e -> e.accountId().value(), ListedEnterprise::evolve);
    }
}
