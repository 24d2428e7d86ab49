package cn.huiying.query.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Documents of a generation that nobody reads yet. Those that were changed last stay in memory, so that what is changed again and
 * again is written once; a crash loses them with the generation. For one thread at a time.
 *
 * @param <T> the document
 */
final class WriteBehind<T> {

    /** A petition is a few kilobytes, and a city has no more of them in hand. */
    private static final int MOST = 5_000;

    private final Function<Collection<String>, Map<String, T>> load;
    private final BiConsumer<Collection<T>, Collection<String>> write;
    private final Function<T, String> idOf;
    /** The one that was changed last comes last; null where it was removed. */
    private final Map<String, T> held = new LinkedHashMap<>();

    /**
     * @param load  documents that were written, by id
     * @param write documents that were changed, and the ids of those that were removed
     */
    WriteBehind(
            Function<Collection<String>, Map<String, T>> load,
            BiConsumer<Collection<T>, Collection<String>> write,
            Function<T, String> idOf) {
        this.load = load;
        this.write = write;
        this.idOf = idOf;
    }

    Map<String, T> load(Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        List<String> others = new ArrayList<>();
        for (String id : ids) {
            T document = held.get(id);
            if (document != null) {
                found.put(id, document);
            } else if (!held.containsKey(id)) {
                others.add(id);
            }
        }
        if (!others.isEmpty()) {
            found.putAll(load.apply(others));
        }
        return found;
    }

    void write(Collection<? extends T> changed, Collection<String> removed) {
        changed.forEach(document -> hold(idOf.apply(document), document));
        removed.forEach(id -> hold(id, null));
        if (held.size() > MOST) {
            writeEldest(held.size() - MOST / 2);
        }
    }

    private void hold(String id, T document) {
        held.remove(id);
        held.put(id, document);
    }

    /** Nothing is in memory only any more. */
    void flush() {
        if (!held.isEmpty()) {
            writeEldest(held.size());
        }
    }

    private void writeEldest(int count) {
        List<String> ids = held.keySet().stream().limit(count).toList();
        write.accept(
                ids.stream().map(held::get).filter(Objects::nonNull).toList(),
                ids.stream().filter(id -> held.get(id) == null).toList());
        // Not before: where it fails, the batch comes again.
        ids.forEach(held::remove);
    }
}
