package cn.huiying.query.supervision;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.supervision.SupervisionTrigger;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document an order. */
class MongoListedOrders extends MongoListed<ListedOrder, ListedOrders.Query> implements ListedOrders {

    static final String COLLECTION = "supervision_orders";

    MongoListedOrders(MongoCollections collections) {
        super(collections, COLLECTION);
        for (String order : List.of("draftedAt", "feedbackDueAt")) {
            items().createIndex(Indexes.ascending("agency", order, "_id"));
        }
    }

    @Override
    public Map<String, Long> counts(Query query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SupervisionState state : SupervisionState.values()) {
            if (query.drafts() || state != SupervisionState.DRAFT) {
                counts.put(state.name(), 0L);
            }
        }
        counts.put("late", 0L);
        items().find(whole(query))
                .projection(Projections.include("state", "feedbackDueAt"))
                .forEach(document -> {
                    counts.merge(document.getString("state"), 1L, Long::sum);
                    if (!query.now().isBefore(document.getDate("feedbackDueAt").toInstant())) {
                        counts.merge("late", 1L, Long::sum);
                    }
                });
        return counts;
    }

    @Override
    protected Bson matching(Query query) {
        List<Bson> all = new ArrayList<>();
        all.add(whole(query));
        any(all, "state", names(query.states()));
        if (query.late()) {
            all.add(Filters.lte("feedbackDueAt", Date.from(query.now())));
        }
        return Filters.and(all);
    }

    /** In whichever state. */
    private static Bson whole(Query query) {
        List<Bson> all = new ArrayList<>();
        // Also where nothing narrows it: an empty conjunction is none.
        all.add(query.drafts() ? Filters.exists("state") : Filters.ne("state", SupervisionState.DRAFT.name()));
        any(all, "form", names(query.forms()));
        any(all, "channel", names(query.channels()));
        any(all, "trigger", names(query.triggers()));
        any(all, "agency", query.agencies());
        if (query.petition() != null) {
            all.add(Filters.eq("petitions", query.petition()));
        }
        return Filters.and(all);
    }

    @Override
    protected String field(Query query) {
        return newestFirst(query) ? "draftedAt" : "feedbackDueAt";
    }

    @Override
    protected boolean newestFirst(Query query) {
        return query.order() == Order.DRAFTED_AT;
    }

    @Override
    protected Document write(ListedOrder order) {
        return new Document("_id", order.id())
                .append("form", order.form().name())
                .append("channel", order.channel().name())
                .append("trigger", order.trigger().name())
                .append("agency", order.agency())
                .append("petitions", order.petitions())
                .append("matter", order.matter())
                .append("state", order.state().name())
                .append("draftedAt", Date.from(order.draftedAt()))
                .append("feedbackDueAt", due(order.feedbackDueAt()))
                .append("version", order.version());
    }

    @Override
    protected ListedOrder read(Document d) {
        return new ListedOrder(
                d.getString("_id"),
                SupervisionForm.valueOf(d.getString("form")),
                SupervisionChannel.valueOf(d.getString("channel")),
                SupervisionTrigger.valueOf(d.getString("trigger")),
                d.getString("agency"),
                List.copyOf(d.getList("petitions", String.class)),
                d.getString("matter"),
                SupervisionState.valueOf(d.getString("state")),
                d.getDate("draftedAt").toInstant(),
                due(d, "feedbackDueAt"),
                d.getLong("version"));
    }
}
