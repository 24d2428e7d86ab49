package cn.huiying.query.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Gathers what a batch of events brings and writes it once, before the batch commits. */
public final class EventBatch {

    private EventBatch() {}

    /** Adds to the batch; the first addition schedules the one write. */
    public static <T> void add(UnitOfWork<?> unit, Object owner, T item, Consumer<List<T>> write) {
        List<T> items = unit.root().getOrComputeResource(owner.getClass().getName(), key -> {
            List<T> gathered = new ArrayList<>();
            unit.root().onPrepareCommit(u -> write.accept(gathered));
            return gathered;
        });
        items.add(item);
    }

    /**
     * Folds an event into a list: what the batch touches is loaded once, folded in memory and written once.
     *
     * @param evolve of what was there, null before its first event; null where it is not on the list
     */
    public static <T, E> void fold(
            UnitOfWork<?> unit,
            Listed<T, ?> list,
            E event,
            long version,
            TrackingToken token,
            Function<E, String> idOf,
            BiFunction<T, Recorded<E>, T> evolve) {
        Recorded<E> one = new Recorded<>(event, version, token.position().orElse(0));
        add(unit, list, one, (List<Recorded<E>> batch) -> {
            Map<String, T> after = new HashMap<>(list.load(
                    batch.stream().map(recorded -> idOf.apply(recorded.event())).collect(Collectors.toSet())));
            for (Recorded<E> recorded : batch) {
                String id = idOf.apply(recorded.event());
                T changed = evolve.apply(after.get(id), recorded);
                if (changed != null) {
                    after.put(id, changed);
                }
            }
            if (!after.isEmpty()) {
                list.save(after.values());
            }
        });
    }
}
