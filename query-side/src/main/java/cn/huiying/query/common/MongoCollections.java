package cn.huiying.query.common;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The collections of one generation of a read model; of the live one to be asked for anew each time. */
public interface MongoCollections {

    MongoCollection<Document> get(String name);

    /** The documents that a batch touches, by id. */
    default Map<String, Document> load(String name, Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        get(name).find(Filters.in("_id", ids)).forEach(document -> found.put(document.getString("_id"), document));
        return found;
    }

    /**
     * Writes documents, each in place of what has its id, and removes others.
     *
     * @param removed ids, also such as are of no document
     */
    default void write(String name, Collection<Document> changed, Collection<String> removed) {
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size() + 1);
        for (Document document : changed) {
            writes.add(new ReplaceOneModel<>(
                    Filters.eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true)));
        }
        if (!removed.isEmpty()) {
            writes.add(new DeleteManyModel<>(Filters.in("_id", removed)));
        }
        if (!writes.isEmpty()) {
            get(name).bulkWrite(writes);
        }
    }
}
