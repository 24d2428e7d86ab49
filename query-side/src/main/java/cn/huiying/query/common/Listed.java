package cn.huiying.query.common;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All items of one kind there ever were.
 *
 * @param <T> an item
 * @param <Q> which of them, in which order
 */
public interface Listed<T, Q> {

    Map<String, T> load(Collection<String> ids);

    void save(Collection<T> items);

    /** @param from where the page begins, exclusive; null for the start */
    List<T> page(Q query, Place from, boolean backwards, int limit);

    Place placeOf(T item, Q query);

    long count(Q query);
}
