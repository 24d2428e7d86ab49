package cn.huiying.query.supervision;

import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.supervision.SupervisionTrigger;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document an order. */
class MongoListedOrders implements ListedOrders {

    /** Where the agency has not to answer. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final MongoCollection<Document> orders;

    MongoListedOrders(MongoDatabase database) {
        orders = database.getCollection("supervision_orders");
        for (String order : List.of("draftedAt", "feedbackDueAt")) {
            orders.createIndex(Indexes.ascending("agency", order, "_id"));
        }
    }

    @Override
    public Map<String, ListedOrder> load(Collection<String> ids) {
        Map<String, ListedOrder> found = new HashMap<>();
        orders.find(Filters.in("_id", ids)).map(MongoListedOrders::read).forEach(order -> found.put(order.id(), order));
        return found;
    }

    @Override
    public void save(Collection<ListedOrder> changed) {
        orders.bulkWrite(changed.stream()
                .map(order -> new ReplaceOneModel<>(
                        Filters.eq("_id", order.id()), write(order), new ReplaceOptions().upsert(true)))
                .toList());
    }

    @Override
    public List<ListedOrder> page(Query query, Place from, boolean backwards, int limit) {
        String field = field(query);
        boolean descending = (query.order() == Order.DRAFTED_AT) != backwards;
        List<Bson> filters = new ArrayList<>();
        filters.add(matching(query));
        if (from != null) {
            Date moment = Date.from(from.moment());
            filters.add(
                    descending
                            ? Filters.or(
                                    Filters.lt(field, moment),
                                    Filters.and(Filters.eq(field, moment), Filters.lt("_id", from.id())))
                            : Filters.or(
                                    Filters.gt(field, moment),
                                    Filters.and(Filters.eq(field, moment), Filters.gt("_id", from.id()))));
        }
        List<ListedOrder> page = orders.find(Filters.and(filters))
                .sort(descending ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id"))
                .limit(limit)
                .map(MongoListedOrders::read)
                .into(new ArrayList<>());
        if (backwards) {
            Collections.reverse(page);
        }
        return page;
    }

    @Override
    public Place placeOf(ListedOrder order, Query query) {
        Instant dueAt = order.feedbackDueAt() == null ? NEVER : order.feedbackDueAt();
        return new Place(query.order() == Order.DUE_AT ? dueAt : order.draftedAt(), order.id());
    }

    @Override
    public long count(Query query) {
        return orders.countDocuments(matching(query));
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
        orders.find(whole(query))
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
    public void clear() {
        orders.deleteMany(new Document());
    }

    private static Bson matching(Query query) {
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

    private static void any(List<Bson> all, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            all.add(Filters.in(field, values));
        }
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private static String field(Query query) {
        return query.order() == Order.DRAFTED_AT ? "draftedAt" : "feedbackDueAt";
    }

    private static Document write(ListedOrder order) {
        return new Document("_id", order.id())
                .append("form", order.form().name())
                .append("channel", order.channel().name())
                .append("trigger", order.trigger().name())
                .append("agency", order.agency())
                .append("petitions", order.petitions())
                .append("matter", order.matter())
                .append("state", order.state().name())
                .append("draftedAt", Date.from(order.draftedAt()))
                .append("feedbackDueAt", Date.from(order.feedbackDueAt() == null ? NEVER : order.feedbackDueAt()))
                .append("version", order.version());
    }

    private static ListedOrder read(Document d) {
        Instant dueAt = d.getDate("feedbackDueAt").toInstant();
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
                dueAt.equals(NEVER) ? null : dueAt,
                d.getLong("version"));
    }
}
