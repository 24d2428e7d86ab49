package cn.huiying.command.petition;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * Petitions used last, in memory, so that a command need not fold them again; the store's unique sequence still decides, and a
 * conflict drops the copy. The framework's own cache holds them weakly: each collection of garbage empties it. Nobody listens to
 * this cache. Safe for many threads.
 */
class RecentPetitions implements Cache {

    /** About 4 KB each. */
    private static final int MOST = 10_000;

    private final ConcurrentMap<Object, Object> petitions =
            Caffeine.newBuilder().maximumSize(MOST).build().asMap();

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> V get(K key) {
        return (V) petitions.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        petitions.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return petitions.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return petitions.remove(key) != null;
    }

    @Override
    public void removeAll() {
        petitions.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return petitions.containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        petitions.computeIfPresent(key, (k, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }
}
