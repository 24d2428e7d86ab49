package cn.huiying.query.board;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.supervision.SupervisionEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the log into this node's board, a batch at a time. */
@ProcessingGroup(BoardProjection.NAME)
class BoardProjection {

    static final String NAME = "supervision-board";

    private final EventBatch events = new EventBatch();
    private final CurrentBoard board;

    BoardProjection(CurrentBoard board) {
        this.board = board;
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
    void on(AgencyEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    private void add(Object event, long version, TrackingToken token, UnitOfWork<?> unit) {
        boolean late = EventBatch.isLate(unit);
        events.add(
                unit,
                this,
                new Recorded<>(event, version, token.position().orElse(0)),
                batch -> batch.forEach(recorded -> events.evolve(recorded, () -> {
                    if (late) {
                        board.applyLate(recorded);
                    } else {
                        board.apply(recorded);
                    }
                    return null;
                })));
    }
}
