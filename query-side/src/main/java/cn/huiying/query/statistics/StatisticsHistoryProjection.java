package cn.huiying.query.statistics;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.statistics.VisitsCounted;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.time.CalendarEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the log into the history of the facts. */
@ProcessingGroup(StatisticsHistoryProjection.NAME)
class StatisticsHistoryProjection {

    static final String NAME = CubeHistory.NAME;

    private final EventBatch events = new EventBatch();
    private final CubeHistory history;

    StatisticsHistoryProjection(CubeHistory history) {
        this.history = history;
    }

    @EventHandler
    void on(PetitionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    @EventHandler
    void on(SupervisionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    @EventHandler
    void on(AccountEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    @EventHandler
    void on(VisitsCounted event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    @EventHandler
    void on(CalendarEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    private void add(Object event, long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(
                unit,
                this,
                new Recorded<>(event, version, token.position().orElse(0)),
                batch -> history.fold(batch, events));
    }
}
