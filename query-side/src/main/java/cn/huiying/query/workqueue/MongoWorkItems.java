package cn.huiying.query.workqueue;

import cn.huiying.query.workqueue.WorkItem.Bucket;
import cn.huiying.query.workqueue.WorkItem.Desk;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.privacy.Sealed;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
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
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document a petition in hand. */
class MongoWorkItems implements WorkItems {

    private final MongoCollection<Document> items;

    MongoWorkItems(MongoDatabase database) {
        items = database.getCollection("work_items");
        items.createIndex(Indexes.ascending("agency", "bucket", "since", "_id"));
        items.createIndex(Indexes.ascending("desk", "since", "_id"));
    }

    @Override
    public Map<String, WorkItem> load(Collection<String> ids) {
        Map<String, WorkItem> found = new HashMap<>();
        items.find(Filters.in("_id", ids)).map(MongoWorkItems::read).forEach(item -> found.put(item.id(), item));
        return found;
    }

    @Override
    public void update(Collection<WorkItem> open, Collection<String> done) {
        List<WriteModel<Document>> writes = new ArrayList<>(open.size() + 1);
        for (WorkItem item : open) {
            writes.add(new ReplaceOneModel<>(
                    Filters.eq("_id", item.id()), write(item), new ReplaceOptions().upsert(true)));
        }
        if (!done.isEmpty()) {
            writes.add(new DeleteManyModel<>(Filters.in("_id", done)));
        }
        if (!writes.isEmpty()) {
            items.bulkWrite(writes);
        }
    }

    @Override
    public List<WorkItem> page(Query query, Place from, boolean backwards, int limit) {
        List<Bson> filters = filters(query);
        if (from != null) {
            Date since = Date.from(from.since());
            filters.add(
                    backwards
                            ? Filters.or(
                                    Filters.lt("since", since),
                                    Filters.and(Filters.eq("since", since), Filters.lt("_id", from.id())))
                            : Filters.or(
                                    Filters.gt("since", since),
                                    Filters.and(Filters.eq("since", since), Filters.gt("_id", from.id()))));
        }
        List<WorkItem> page = items.find(Filters.and(filters))
                .sort(backwards ? Sorts.descending("since", "_id") : Sorts.ascending("since", "_id"))
                .limit(limit)
                .map(MongoWorkItems::read)
                .into(new ArrayList<>());
        if (backwards) {
            Collections.reverse(page);
        }
        return page;
    }

    @Override
    public Map<String, Long> counts(Query query) {
        boolean bureau = query.agency() == null;
        Map<String, Long> counts = new LinkedHashMap<>();
        if (bureau) {
            Arrays.stream(Desk.values()).forEach(desk -> counts.put(desk.slug(), 0L));
        } else {
            Arrays.stream(Bucket.values()).forEach(bucket -> counts.put(bucket.slug(), 0L));
        }
        Query all = new Query(query.agency(), java.util.Set.of(), java.util.Set.of(), query.district());
        items.find(Filters.and(filters(all)))
                .projection(Projections.include("desk", "bucket"))
                .forEach(document -> counts.merge(
                        bureau
                                ? Desk.valueOf(document.getString("desk")).slug()
                                : Bucket.valueOf(document.getString("bucket")).slug(),
                        1L,
                        Long::sum));
        return counts;
    }

    @Override
    public void clear() {
        items.deleteMany(new Document());
    }

    private static List<Bson> filters(Query query) {
        List<Bson> filters = new ArrayList<>();
        if (query.agency() == null) {
            filters.add(
                    query.desks().isEmpty()
                            ? Filters.ne("desk", null)
                            : Filters.in(
                                    "desk",
                                    query.desks().stream().map(Enum::name).toList()));
        } else {
            filters.add(Filters.eq("agency", query.agency()));
            filters.add(
                    query.buckets().isEmpty()
                            ? Filters.ne("bucket", null)
                            : Filters.in(
                                    "bucket",
                                    query.buckets().stream().map(Enum::name).toList()));
        }
        if (query.district() != null) {
            filters.add(Filters.eq("district", query.district()));
            filters.add(Filters.eq("board", Board.COUNTY_LEADER.name()));
        }
        return filters;
    }

    private static Document write(WorkItem item) {
        return new Document("_id", item.id())
                .append("number", item.number())
                .append("section", item.section().name())
                .append("board", item.board().name())
                .append("type", item.type().name())
                .append("domain", item.domain())
                .append("district", item.district())
                .append("limitClass", name(item.limitClass()))
                .append("urgency", name(item.urgency()))
                .append("author", item.author().value())
                .append("title", write(item.title()))
                .append("agency", item.agency())
                .append("state", item.state().name())
                .append("desk", name(item.desk()))
                .append("bucket", name(item.bucket()))
                .append("submittedAt", Date.from(item.submittedAt()))
                .append("since", Date.from(item.since()))
                .append("version", item.version());
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
                sealed(d.get("title", Document.class)),
                d.getString("agency"),
                State.valueOf(d.getString("state")),
                constant(Desk.class, d.getString("desk")),
                constant(Bucket.class, d.getString("bucket")),
                instant(d, "submittedAt"),
                instant(d, "since"),
                d.getLong("version"));
    }

    private static Document write(Sealed sealed) {
        return new Document("suite", sealed.suite())
                .append("subject", sealed.subject())
                .append("field", sealed.field())
                .append("cipherText", sealed.cipherText());
    }

    private static Sealed sealed(Document d) {
        return new Sealed(
                d.getString("suite"), d.getString("subject"), d.getString("field"), d.getString("cipherText"));
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
