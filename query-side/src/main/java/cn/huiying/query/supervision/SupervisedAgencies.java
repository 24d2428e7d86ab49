package cn.huiying.query.supervision;

import cn.huiying.query.supervision.ListedOrders.Order;
import cn.huiying.query.supervision.ListedOrders.Query;
import cn.huiying.shared.supervision.SupervisionState;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Tells what orders an agency is under. */
public class SupervisedAgencies {

    private final ListedOrders orders;

    SupervisedAgencies(ListedOrders orders) {
        this.orders = orders;
    }

    public OrdersOfAgency of(String agency, Instant now) {
        Map<String, Long> counts = orders.counts(new Query(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(agency), null, false, false, Order.DRAFTED_AT, now));
        long ended = counts.get(SupervisionState.COMPLETED.name()) + counts.get(SupervisionState.CANCELLED.name());
        long late = counts.get("late");
        long all = counts.values().stream().mapToLong(Long::longValue).sum() - late;
        return new OrdersOfAgency(all - ended, late);
    }
}
