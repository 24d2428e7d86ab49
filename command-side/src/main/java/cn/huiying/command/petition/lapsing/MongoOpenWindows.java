package cn.huiying.command.petition.lapsing;

import cn.huiying.shared.petition.PetitionId;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** One small document for each petition that waits. */
class MongoOpenWindows implements OpenWindows {

    private final MongoCollection<Document> windows;

    MongoOpenWindows(MongoDatabase database) {
        windows = database.getCollection("open_windows");
        windows.createIndex(Indexes.ascending("dueAt"));
    }

    @Override
    public void update(Collection<Window> opened, Collection<PetitionId> shut) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Window window : opened) {
            Document document = new Document("_id", window.petitionId().value())
                    .append("kind", window.kind().name())
                    .append("dueAt", Date.from(window.dueAt()));
            writes.add(new ReplaceOneModel<>(
                    Filters.eq("_id", window.petitionId().value()), document, new ReplaceOptions().upsert(true)));
        }
        if (!shut.isEmpty()) {
            writes.add(new DeleteManyModel<>(
                    Filters.in("_id", shut.stream().map(PetitionId::value).toList())));
        }
        if (!writes.isEmpty()) {
            windows.bulkWrite(writes);
        }
    }

    @Override
    public List<Window> endedBy(Instant moment, int limit) {
        return windows.find(Filters.lte("dueAt", Date.from(moment)))
                .sort(Sorts.ascending("dueAt"))
                .limit(limit)
                .map(document -> new Window(
                        new PetitionId(document.getString("_id")),
                        Kind.valueOf(document.getString("kind")),
                        document.getDate("dueAt").toInstant()))
                .into(new ArrayList<>());
    }

    @Override
    public void clear() {
        windows.deleteMany(new Document());
    }
}
