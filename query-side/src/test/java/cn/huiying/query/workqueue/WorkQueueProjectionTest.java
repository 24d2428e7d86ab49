package cn.huiying.query.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.State;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

class WorkQueueProjectionTest {

    private static final List<Recorded<PetitionEvent>> LOG = Lives.log(150, new Random(21));

    /** Holds the items, and does not answer queries. */
    private static final class Held implements WorkItems {

        private final Map<String, WorkItem> items = new HashMap<>();

        @Override
        public Map<String, WorkItem> load(Collection<String> ids) {
            Map<String, WorkItem> found = new HashMap<>(items);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public void update(Collection<WorkItem> open, Collection<String> done) {
            open.forEach(item -> items.put(item.id(), item));
            items.keySet().removeAll(done);
        }

        @Override
        public List<WorkItem> page(Query query, Place from, boolean backwards, int limit) {
            throw new UnsupportedOperationException("no queries here");
        }

        @Override
        public long count(Query query) {
            throw new UnsupportedOperationException("no queries here");
        }

        @Override
        public Map<String, Long> counts(Query query) {
            throw new UnsupportedOperationException("no queries here");
        }
    }

    private static void deliver(WorkQueueProjection projection, List<Recorded<PetitionEvent>> log, int batch) {
        for (int from = 0; from < log.size(); from += batch) {
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("batch"));
            for (Recorded<PetitionEvent> recorded : log.subList(from, Math.min(log.size(), from + batch))) {
                projection.on(
                        recorded.event(),
                        recorded.version(),
                        new GlobalSequenceTrackingToken(recorded.position()),
                        unit);
            }
            unit.commit();
        }
    }

    @Test
    void whatever_the_batches_the_queues_are_the_same() {
        Held oneByOne = new Held();
        deliver(new WorkQueueProjection(oneByOne), LOG, 1);
        assertThat(oneByOne.items).isNotEmpty();
        Held together = new Held();
        deliver(new WorkQueueProjection(together), LOG, 5_000);
        assertThat(together.items).isEqualTo(oneByOne.items);
    }

    @Test
    void a_batch_delivered_twice_changes_nothing() {
        Held held = new Held();
        WorkQueueProjection projection = new WorkQueueProjection(held);
        deliver(projection, LOG.subList(0, 1_000), 1_000);
        Map<String, WorkItem> once = Map.copyOf(held.items);
        deliver(projection, LOG.subList(300, 600), 100);
        assertThat(held.items).isEqualTo(once);
    }

    @Test
    void an_item_stays_while_it_may_come_back() {
        Held held = new Held();
        deliver(new WorkQueueProjection(held), LOG, 100);
        assertThat(held.items.values())
                .allMatch(item -> item.open() || item.state() == State.RESOLVED || item.state() == State.CLOSED)
                .anyMatch(item -> item.state() == State.CLOSED)
                .noneMatch(item -> item.state() == State.ARCHIVED || item.state() == State.TERMINATED);
    }
}
