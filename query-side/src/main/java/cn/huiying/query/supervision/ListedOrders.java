package cn.huiying.query.supervision;

import cn.huiying.query.common.Listed;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.supervision.SupervisionTrigger;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** All supervision orders there ever were. */
interface ListedOrders extends Listed<ListedOrder, ListedOrders.Query> {

    /** How a list is ordered. */
    enum Order {
        /** The newest first. */
        DRAFTED_AT,
        /** The earliest due first; what the agency has not to answer last. */
        DUE_AT
    }

    /**
     * Which orders, in which order; an empty set is no restriction.
     *
     * @param drafts whether those are in it that nobody has issued
     * @param late   only those whose agency should have answered
     */
    record Query(
            Set<SupervisionState> states,
            Set<SupervisionForm> forms,
            Set<SupervisionChannel> channels,
            Set<SupervisionTrigger> triggers,
            Set<String> agencies,
            String petition,
            boolean drafts,
            boolean late,
            Order order,
            Instant now) {}

    /** How many there are in each state, and {@code late}, whichever state and lateness is asked for. */
    Map<String, Long> counts(Query query);
}
