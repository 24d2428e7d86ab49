package cn.huiying.query.supervision;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.supervision.SupervisionEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the orders' events into the lists: loads what a batch touches once, folds in memory, writes once. */
@ProcessingGroup(SupervisionOrdersProjection.NAME)
class SupervisionOrdersProjection {

    static final String NAME = "supervision-orders";

    private final ListedOrders orders;

    SupervisionOrdersProjection(ListedOrders orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(SupervisionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        EventBatch.add(
                unit, this, new Recorded<>(event, version, token.position().orElse(0)), this::write);
    }

    @ResetHandler
    void reset() {
        orders.clear();
    }

    private void write(List<Recorded<SupervisionEvent>> batch) {
        Map<String, ListedOrder> after = new HashMap<>(orders.load(batch.stream()
                .map(recorded -> recorded.event().orderId().value())
                .collect(Collectors.toSet())));
        for (Recorded<SupervisionEvent> recorded : batch) {
            String id = recorded.event().orderId().value();
            after.put(id, ListedOrder.evolve(after.get(id), recorded));
        }
        orders.save(after.values());
    }
}
