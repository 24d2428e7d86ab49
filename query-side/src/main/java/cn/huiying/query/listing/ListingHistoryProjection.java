package cn.huiying.query.listing;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the petitions' events into their history. */
@ProcessingGroup(ListingHistoryProjection.NAME)
class ListingHistoryProjection {

    static final String NAME = PetitionHistory.NAME;

    private final EventBatch events = new EventBatch();
    private final PetitionHistory history;

    ListingHistoryProjection(PetitionHistory history) {
        this.history = history;
    }

    @EventHandler
    void on(PetitionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(
                unit,
                this,
                new Recorded<>(event, version, token.position().orElse(0)),
                batch -> history.fold(batch, events));
    }
}
