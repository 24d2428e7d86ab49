package cn.huiying.query.workqueue;

import cn.huiying.query.common.LogPrefix;
import cn.huiying.query.common.PastViews;
import cn.huiying.query.common.Stations;
import cn.huiying.shared.petition.PetitionEvent;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The queues of the past, each folded from the log into a collection of its own, which is asked as the present one is. */
class MongoPastWorkItems implements PastWorkItems, AutoCloseable {

    private static final int AT_ONCE = 1_000;

    private final PastViews<MongoWorkItems> views;

    /** @param database of this process alone, in memory: what is in it may vanish with the process */
    MongoPastWorkItems(EventStore eventStore, MongoDatabase database) {
        Stations<Map<String, WorkItem>> stations = new Stations<>();
        views = new PastViews<>(
                "past-queues", position -> fold(eventStore, stations, database, position), MongoWorkItems::drop);
    }

    @Override
    public <R> R read(long position, Function<WorkItems, R> reading) {
        return views.read(position, reading::apply);
    }

    private static MongoWorkItems fold(
            EventStore eventStore, Stations<Map<String, WorkItem>> stations, MongoDatabase database, long position) {
        Map.Entry<Long, Map<String, WorkItem>> station = stations.before(position);
        Map<String, WorkItem> items = new HashMap<>(station == null ? Map.of() : station.getValue());
        LogPrefix.read(
                eventStore,
                station == null ? 0 : station.getKey(),
                position,
                PetitionEvent.class::isAssignableFrom,
                recorded -> {
                    PetitionEvent event = (PetitionEvent) recorded.event();
                    items.compute(
                            event.petitionId().value(),
                            (id, item) -> WorkQueueProjection.kept(WorkItem.evolve(item, event, recorded.version())));
                },
                passed -> stations.pass(passed, () -> Map.copyOf(items)));
        List<WorkItem> open = items.values().stream().filter(WorkItem::open).toList();
        MongoWorkItems folded = new MongoWorkItems(name -> database.getCollection(name + "_" + position));
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            folded.update(open.subList(from, Math.min(open.size(), from + AT_ONCE)), List.of());
        }
        return folded;
    }

    @Override
    public void close() {
        views.close();
    }
}
