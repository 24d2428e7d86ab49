package cn.huiying.query.workqueue;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.workqueue.WorkItem.Due;
import cn.huiying.query.workqueue.WorkItem.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The open work of the bureau and of the agencies: a small collection, since what is done leaves it. */
interface WorkItems {

    /** What comes last of all by its due moment. */
    Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** How a queue is ordered. */
    enum Order {
        /** The longest waiting first. */
        SINCE,
        /** The earliest due first; what has no due moment, or stands still, last. */
        DUE_AT
    }

    /**
     * Which items, in which order.
     *
     * @param agency   only this agency's; null for the bureau's
     * @param trays    only what is in one of these; empty for all
     * @param district only the county board of this district; null for all
     * @param filter   what else narrows it, the counts too
     * @param now      what is due soon or overdue
     */
    record Query(String agency, Set<Tray> trays, String district, PetitionFilter filter, Order order, Instant now) {

        Side side() {
            return agency == null ? Side.BUREAU : Side.AGENCY;
        }

        /** The place of an item in the order. */
        Place placeOf(WorkItem item) {
            if (order == Order.SINCE) {
                return new Place(agency == null ? item.deskSince() : item.since(), item.id());
            }
            Due due = item.due(side());
            return new Place(due == null ? NEVER : due.dueAt(), item.id());
        }
    }

    /** The place of an item in an order; unique. */
    record Place(Instant moment, String id) {}

    /** The items touched by a batch, by id. */
    Map<String, WorkItem> load(Collection<String> ids);

    /** Writes what is open and removes what is not. */
    void update(Collection<WorkItem> open, Collection<String> done);

    /**
     * A page.
     *
     * @param from where it begins, exclusive; null for the start
     */
    List<WorkItem> page(Query query, Place from, boolean backwards, int limit);

    /** How many items there are on all pages together. */
    long count(Query query);

    /** How many items of the whole queue are in each of its trays, by slug; one item may be in several. */
    Map<String, Long> counts(Query query);
}
