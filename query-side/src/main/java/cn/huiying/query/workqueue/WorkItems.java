package cn.huiying.query.workqueue;

import cn.huiying.query.workqueue.WorkItem.Bucket;
import cn.huiying.query.workqueue.WorkItem.Desk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The open work of the bureau and of the agencies: a small collection, since what is done leaves it. */
interface WorkItems {

    /**
     * Which items, in which order: the longest waiting first.
     *
     * @param agency   only this agency's; null for the bureau's
     * @param desks    only these of the bureau's; empty for all of them
     * @param buckets  only these of the agency's; empty for all of them
     * @param district only the county board of this district; null for all
     */
    record Query(String agency, Set<Desk> desks, Set<Bucket> buckets, String district) {}

    /** The place of an item in the order. */
    record Place(Instant since, String id) {}

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

    /** How many items of a query are in each desk or bucket, by slug. */
    Map<String, Long> counts(Query query);

    /** Forgets everything, before a rebuild. */
    void clear();
}
