package cn.huiying.query.common;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document an item, with its id as {@code _id}. */
public abstract class MongoListed<T, Q> implements Listed<T, Q> {

    /** Where nobody has to answer. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final MongoCollections collections;
    private final String name;

    protected MongoListed(MongoCollections collections, String name) {
        this.collections = collections;
        this.name = name;
    }

    protected final MongoCollection<Document> items() {
        return collections.get(name);
    }

    protected abstract Document write(T item);

    protected abstract T read(Document document);

    protected abstract Bson matching(Q query);

    /** The moment the list is ordered by. */
    protected abstract String field(Q query);

    protected abstract boolean newestFirst(Q query);

    @Override
    public final Map<String, T> load(Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        collections.load(name, ids).forEach((id, document) -> found.put(id, read(document)));
        return found;
    }

    @Override
    public final void save(Collection<T> changed) {
        collections.write(name, changed.stream().map(this::write).toList(), List.of());
    }

    @Override
    public final List<T> page(Q query, Place from, boolean backwards, int limit) {
        String field = field(query);
        boolean descending = newestFirst(query) != backwards;
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
        List<T> page = items().find(Filters.and(filters))
                .sort(descending ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id"))
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
        if (backwards) {
            Collections.reverse(page);
        }
        return page;
    }

    @Override
    public final Place placeOf(T item, Q query) {
        Document document = write(item);
        return new Place(document.getDate(field(query)).toInstant(), document.getString("_id"));
    }

    @Override
    public final long count(Q query) {
        return items().countDocuments(matching(query));
    }

    protected static void any(List<Bson> all, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            all.add(Filters.in(field, values));
        }
    }

    protected static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    protected static Date due(Instant moment) {
        return Date.from(moment == null ? NEVER : moment);
    }

    protected static Instant due(Document document, String field) {
        Instant moment = document.getDate(field).toInstant();
        return moment.equals(NEVER) ? null : moment;
    }
}
