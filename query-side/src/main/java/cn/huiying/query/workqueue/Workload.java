package cn.huiying.query.workqueue;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.workqueue.WorkItem.Side;
import cn.huiying.query.workqueue.WorkItems.Order;
import cn.huiying.query.workqueue.WorkItems.Query;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.time.Light;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an agency has to do, in short. */
public class Workload {

    /**
     * A petition that presses.
     *
     * @param title null where its author's key was destroyed
     */
    public record Pressing(
            String id, String number, @Nullable String title, String stateText, Instant dueAt, Light light) {}

    private final WorkItems items;
    private final Vault vault;

    Workload(WorkItems items, Vault vault) {
        this.items = items;
        this.vault = vault;
    }

    /** How many petitions are in each bucket of its queue, by slug. */
    public Map<String, Long> counts(String agency, Instant now) {
        return items.counts(query(agency, now));
    }

    /** What is due first, the earliest first; what has no due moment, or stands still, is left out. */
    public List<Pressing> dueNext(String agency, Instant now, int limit) {
        return items.page(query(agency, now), null, false, limit).stream()
                .filter(item -> item.due(Side.AGENCY) != null)
                .map(item -> new Pressing(
                        item.id(),
                        item.number(),
                        vault.open(item.title()).orElse(null),
                        item.state().chinese(),
                        item.due(Side.AGENCY).dueAt(),
                        item.due(Side.AGENCY).light(now)))
                .toList();
    }

    private static Query query(String agency, Instant now) {
        return new Query(agency, Set.of(), null, PetitionFilter.ALL, Order.DUE_AT, now);
    }
}
