package cn.huiying.query.workqueue;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoSealed;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.workqueue.WorkItem.Bucket;
import cn.huiying.query.workqueue.WorkItem.CoHandler;
import cn.huiying.query.workqueue.WorkItem.Desk;
import cn.huiying.query.workqueue.WorkItem.Due;
import cn.huiying.query.workqueue.WorkItem.Lateness;
import cn.huiying.query.workqueue.WorkItem.Running;
import cn.huiying.query.workqueue.WorkItem.Side;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.time.Start;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document a petition in hand. */
class MongoWorkItems implements WorkItems {

    static final String COLLECTION = "work_items";

    private final MongoCollections collections;

    MongoWorkItems(MongoCollections collections) {
        this.collections = collections;
        for (String order : List.of("since", "agencyDueAt")) {
            items().createIndex(Indexes.ascending("parts.agency", order, "_id"));
        }
        for (String order : List.of("deskSince", "bureauDueAt")) {
            items().createIndex(Indexes.ascending("desks.desk", order, "_id"));
        }
    }

    private MongoCollection<Document> items() {
        return collections.get(COLLECTION);
    }

    @Override
    public Map<String, WorkItem> load(Collection<String> ids) {
        Map<String, WorkItem> found = new HashMap<>();
        collections.load(COLLECTION, ids).forEach((id, document) -> found.put(id, read(document)));
        return found;
    }

    @Override
    public void update(Collection<WorkItem> open, Collection<String> done) {
        collections.write(COLLECTION, open.stream().map(MongoWorkItems::write).toList(), done);
    }

    @Override
    public List<WorkItem> page(Query query, Place from, boolean backwards, int limit) {
        String field = field(query);
        List<Bson> filters = new ArrayList<>();
        filters.add(matching(query));
        if (from != null) {
            Date moment = Date.from(from.moment());
            filters.add(
                    backwards
                            ? Filters.or(
                                    Filters.lt(field, moment),
                                    Filters.and(Filters.eq(field, moment), Filters.lt("_id", from.id())))
                            : Filters.or(
                                    Filters.gt(field, moment),
                                    Filters.and(Filters.eq(field, moment), Filters.gt("_id", from.id()))));
        }
        List<WorkItem> page = items().find(Filters.and(filters))
                .sort(backwards ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id"))
                .limit(limit)
                .map(MongoWorkItems::read)
                .into(new ArrayList<>());
        if (backwards) {
            Collections.reverse(page);
        }
        return page;
    }

    @Override
    public long count(Query query) {
        return items().countDocuments(matching(query));
    }

    @Override
    public Map<String, Long> counts(Query query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Stream.of(query.side() == Side.BUREAU ? Desk.values() : Bucket.values(), Lateness.values())
                .flatMap(Arrays::stream)
                .forEach(tray -> counts.put(tray.slug(), 0L));
        items().find(whole(query))
                .projection(
                        Projections.include("desks.desk", "parts", side(query) + "YellowFrom", side(query) + "DueAt"))
                .forEach(document -> trays(document, query).forEach(tray -> counts.merge(tray.slug(), 1L, Long::sum)));
        return counts;
    }

    private static Stream<Tray> trays(Document d, Query query) {
        Stream<Tray> own = query.side() == Side.BUREAU
                ? d.getList("desks", Document.class).stream().map(desk -> Desk.valueOf(desk.getString("desk")))
                : d.getList("parts", Document.class).stream()
                        .filter(part -> part.getString("agency").equals(query.agency()))
                        .map(part -> Bucket.valueOf(part.getString("bucket")));
        Due due = new Due(instant(d, side(query) + "YellowFrom"), instant(d, side(query) + "DueAt"), false);
        return Stream.concat(own, Lateness.of(due.light(query.now())).stream());
    }

    /** For good. */
    void drop() {
        items().drop();
    }

    private static Bson matching(Query query) {
        return query.trays().isEmpty()
                ? whole(query)
                : Filters.and(
                        whole(query),
                        Filters.or(query.trays().stream()
                                .map(tray -> in(tray, query))
                                .toList()));
    }

    /** The bureau's or one agency's queue, whatever is to be done. */
    private static Bson whole(Query query) {
        List<Bson> all = new ArrayList<>();
        all.add(
                query.agency() == null
                        ? Filters.in("desks.desk", names(List.of(Desk.values())))
                        : Filters.eq("parts.agency", query.agency()));
        if (query.district() != null) {
            all.add(Filters.eq("district", query.district()));
            all.add(Filters.eq("board", Board.COUNTY_LEADER.name()));
        }
        PetitionFilter filter = query.filter();
        any(all, "section", names(filter.sections()));
        any(all, "type", names(filter.types()));
        any(all, "domain", filter.domains());
        any(all, "district", filter.districts());
        any(all, "agency", filter.agencies());
        any(all, "state", names(filter.states()));
        if (filter.from() != null) {
            all.add(Filters.gte("submittedAt", Date.from(filter.from())));
        }
        if (filter.to() != null) {
            all.add(Filters.lt("submittedAt", Date.from(filter.to())));
        }
        return Filters.and(all);
    }

    private static void any(List<Bson> all, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            all.add(Filters.in(field, values));
        }
    }

    private static Bson in(Tray tray, Query query) {
        Date now = Date.from(query.now());
        return switch (tray) {
            case Desk desk -> Filters.eq("desks.desk", desk.name());
            case Bucket bucket ->
                Filters.elemMatch(
                        "parts",
                        Filters.and(Filters.eq("agency", query.agency()), Filters.eq("bucket", bucket.name())));
            case Lateness lateness ->
                switch (lateness) {
                    case DUE_SOON ->
                        Filters.and(
                                Filters.lte(side(query) + "YellowFrom", now), Filters.gt(side(query) + "DueAt", now));
                    case OVERDUE -> Filters.lte(side(query) + "DueAt", now);
                };
        };
    }

    private static String side(Query query) {
        return query.side() == Side.BUREAU ? "bureau" : "agency";
    }

    private static String field(Query query) {
        return switch (query.order()) {
            case SINCE -> query.side() == Side.BUREAU ? "deskSince" : "since";
            case DUE_AT -> side(query) + "DueAt";
        };
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    /** Beside the item what its queries look for: who has something to do, and when each side is pressed. */
    private static Document write(WorkItem item) {
        Document document = new Document("_id", item.id())
                .append("number", item.number())
                .append("section", item.section().name())
                .append("board", item.board().name())
                .append("type", item.type().name())
                .append("domain", item.domain())
                .append("district", item.district())
                .append("limitClass", name(item.limitClass()))
                .append("urgency", name(item.urgency()))
                .append("author", item.author().value())
                .append("title", MongoSealed.write(item.title()))
                .append("agency", item.agency())
                .append(
                        "coHandlers",
                        item.coHandlers().stream()
                                .map(co -> new Document("agency", co.agency())
                                        .append("signed", co.signed())
                                        .append("reported", co.reported()))
                                .toList())
                .append("proposals", item.proposals())
                .append("state", item.state().name())
                .append(
                        "desks",
                        // In one order, for a map has none and the same item is to be the same document.
                        item.desks().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(desk -> new Document("desk", desk.getKey().name())
                                        .append("since", Date.from(desk.getValue())))
                                .toList())
                .append("bucket", name(item.bucket()))
                .append("submittedAt", Date.from(item.submittedAt()))
                .append("since", Date.from(item.since()))
                .append(
                        "deadlines",
                        item.deadlines().stream()
                                .map(running -> new Document("code", running.code())
                                        .append("start", running.start().name())
                                        .append("yellowFrom", Date.from(running.yellowFrom()))
                                        .append("dueAt", Date.from(running.dueAt()))
                                        .append("provisional", running.provisional()))
                                .toList())
                .append("held", item.held())
                .append("version", item.version())
                .append("parts", parts(item))
                .append("deskSince", item.deskSince() == null ? null : Date.from(item.deskSince()));
        for (Side side : Side.values()) {
            Due due = item.due(side);
            String name = side == Side.BUREAU ? "bureau" : "agency";
            document.append(name + "YellowFrom", Date.from(due == null ? NEVER : due.yellowFrom()))
                    .append(name + "DueAt", Date.from(due == null ? NEVER : due.dueAt()));
        }
        return document;
    }

    private static List<Document> parts(WorkItem item) {
        return Stream.concat(
                        Stream.ofNullable(item.agency()),
                        item.coHandlers().stream().map(CoHandler::agency))
                .filter(agency -> item.bucketOf(agency) != null)
                .map(agency -> new Document("agency", agency)
                        .append("bucket", item.bucketOf(agency).name()))
                .toList();
    }

    private static WorkItem read(Document d) {
        return new WorkItem(
                d.getString("_id"),
                d.getString("number"),
                Section.valueOf(d.getString("section")),
                Board.valueOf(d.getString("board")),
                PetitionType.valueOf(d.getString("type")),
                d.getString("domain"),
                d.getString("district"),
                constant(LimitClass.class, d.getString("limitClass")),
                constant(Urgency.class, d.getString("urgency")),
                new AccountId(d.getString("author")),
                MongoSealed.read(d.get("title", Document.class)),
                d.getString("agency"),
                d.getList("coHandlers", Document.class).stream()
                        .map(co -> new CoHandler(
                                co.getString("agency"), co.getBoolean("signed"), co.getBoolean("reported")))
                        .toList(),
                List.copyOf(d.getList("proposals", String.class)),
                State.valueOf(d.getString("state")),
                d.getList("desks", Document.class).stream()
                        .collect(Collectors.toUnmodifiableMap(
                                desk -> Desk.valueOf(desk.getString("desk")), desk -> instant(desk, "since"))),
                constant(Bucket.class, d.getString("bucket")),
                instant(d, "submittedAt"),
                instant(d, "since"),
                d.getList("deadlines", Document.class).stream()
                        .map(running -> new Running(
                                running.getString("code"),
                                Start.valueOf(running.getString("start")),
                                instant(running, "yellowFrom"),
                                instant(running, "dueAt"),
                                running.getBoolean("provisional")))
                        .toList(),
                List.copyOf(d.getList("held", String.class)),
                d.getLong("version"));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Instant instant(Document d, String field) {
        return d.getDate(field).toInstant();
    }
}
