package cn.huiying.query.workqueue;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the petitions' events into the queues: loads what a batch touches once, folds in memory, writes once. */
@ProcessingGroup(WorkQueueProjection.NAME)
class WorkQueueProjection {

    static final String NAME = "work-queue";

    private final EventBatch events = new EventBatch();
    private final WorkItems items;

    WorkQueueProjection(WorkItems items) {
        this.items = items;
    }

    @EventHandler
    void on(PetitionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(unit, this, new Recorded<>(event, version, token.position().orElse(0)), this::write);
    }

    private void write(List<Recorded<PetitionEvent>> batch) {
        Set<String> touched = new HashSet<>();
        for (Recorded<PetitionEvent> recorded : batch) {
            touched.add(recorded.event().petitionId().value());
        }
        Map<String, WorkItem> before = items.load(touched);
        Map<String, WorkItem> after = new HashMap<>(before);
        for (Recorded<PetitionEvent> recorded : batch) {
            String id = recorded.event().petitionId().value();
            after.put(
                    id,
                    events.evolve(
                            recorded, () -> WorkItem.evolve(after.get(id), recorded.event(), recorded.version())));
        }
        List<WorkItem> open = new ArrayList<>();
        List<String> done = new ArrayList<>();
        after.forEach((id, item) -> {
            if (kept(item) != null) {
                open.add(item);
            } else if (before.containsKey(id)) {
                done.add(id);
            }
        });
        items.update(open, done);
    }

    /** An answered petition may still come back, until it is archived; null where it leaves. */
    static WorkItem kept(WorkItem item) {
        return item != null && (item.open() || item.state() == State.RESOLVED || item.state() == State.CLOSED)
                ? item
                : null;
    }
}
