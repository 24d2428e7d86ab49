package cn.huiying.query.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers what a batch of events brings to one projection and writes it once, before the batch commits. An event that can't be
 * folded fails its whole batch, once: when the batch comes again, the fault is thrown where that event is handed over, so that the
 * framework can part it from the others.
 */
public final class EventBatch {

    /** What could not be folded, by its position. */
    private final Map<Long, RuntimeException> faults = new ConcurrentHashMap<>();

    /** Adds to the batch; the first addition of an owner schedules the one write. */
    public <E> void add(UnitOfWork<?> unit, Object owner, Recorded<E> one, Consumer<List<Recorded<E>>> write) {
        RuntimeException fault = faults.remove(one.position());
        if (fault != null && !isLate(unit)) {
            throw fault;
        }
        // Not of the root: what was parked is tried again event by event, each in a unit of its own within one.
        List<Recorded<E>> items = unit.getOrComputeResource(owner.getClass().getName(), key -> {
            List<Recorded<E>> gathered = new ArrayList<>();
            unit.onPrepareCommit(u -> write.accept(gathered));
            return gathered;
        });
        items.add(one);
    }

    /** Whether an event that was parked is tried again. */
    public static boolean isLate(UnitOfWork<?> unit) {
        return unit.getResource(DeadLetter.class.getName()) != null;
    }

    /** Folds one event of the batch in; where it fails, the fault is remembered as this event's. */
    public <T> T evolve(Recorded<?> one, Supplier<T> evolve) {
        try {
            return evolve.get();
        } catch (RuntimeException e) {
            faults.put(one.position(), e);
            throw e;
        }
    }

    /**
     * Folds an event into a list: what the batch touches is loaded once, folded in memory and written once.
     *
     * @param evolve of what was there, null before its first event; null where it is not on the list
     */
    public <T, E> void fold(
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
                T changed = evolve(recorded, () -> evolve.apply(after.get(id), recorded));
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
