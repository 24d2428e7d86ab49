package cn.huiying.query.common;

import java.time.Instant;
import java.util.List;

/** A list as {@link Lists} reads it. */
public record ListedSource<T, Q>(Listed<T, Q> items, Q query) implements Lists.Source<T> {

    @Override
    public List<T> page(String[] from, boolean backwards, int limit) {
        Place place = from == null ? null : new Place(Instant.ofEpochMilli(Long.parseLong(from[0])), from[1]);
        return items.page(query, place, backwards, limit);
    }

    @Override
    public String[] placeOf(T item) {
        Place place = items.placeOf(item, query);
        return new String[] {"" + place.moment().toEpochMilli(), place.id()};
    }

    @Override
    public long count() {
        return items.count(query);
    }
}
