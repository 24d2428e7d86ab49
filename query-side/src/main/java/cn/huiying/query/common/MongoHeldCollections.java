package cn.huiying.query.common;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Collections that are filled before others search them, through a {@link WriteBehind} each. For one thread at a time. */
final class MongoHeldCollections implements MongoCollections {

    private final MongoCollections collections;
    private final Map<String, WriteBehind<Document>> held = new HashMap<>();

    MongoHeldCollections(MongoCollections collections) {
        this.collections = collections;
    }

    private WriteBehind<Document> of(String name) {
        return held.computeIfAbsent(
                name,
                key -> new WriteBehind<>(
                        ids -> collections.load(key, ids),
                        (changed, removed) -> collections.write(key, changed, removed),
                        document -> document.getString("_id")));
    }

    @Override
    public MongoCollection<Document> get(String name) {
        // Whoever searches finds everything.
        of(name).flush();
        return collections.get(name);
    }

    @Override
    public Map<String, Document> load(String name, Collection<String> ids) {
        return of(name).load(ids);
    }

    @Override
    public void write(String name, Collection<Document> changed, Collection<String> removed) {
        of(name).write(changed, removed);
    }

    /** Whoever searches finds everything from then on. */
    void flush() {
        held.values().forEach(WriteBehind::flush);
    }
}
