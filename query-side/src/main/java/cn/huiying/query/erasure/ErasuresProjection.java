package cn.huiying.query.erasure;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.erasure.ListedErasure.Act;
import cn.huiying.shared.erasure.ErasureEvent;
import cn.huiying.shared.rule.Actor;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the events of erasures into their list. */
@ProcessingGroup(ErasuresProjection.NAME)
class ErasuresProjection {

    static final String NAME = "erasures";

    private final EventBatch events = new EventBatch();
    private final ListedErasures erasures;

    ErasuresProjection(ListedErasures erasures) {
        this.erasures = erasures;
    }

    @EventHandler
    void on(
            ErasureEvent event,
            @MetaDataValue(Actor.ID) String actor,
            @SequenceNumber Long version,
            TrackingToken token,
            UnitOfWork<?> unit) {
        events.fold(
                unit,
                erasures,
                new Act(event, actor),
                version,
                token,
                act -> act.event().erasureId().value(),
                ListedErasure::evolve);
    }
}
