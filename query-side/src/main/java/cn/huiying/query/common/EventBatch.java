package cn.huiying.query.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
}
