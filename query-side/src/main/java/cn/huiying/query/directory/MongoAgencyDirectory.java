package cn.huiying.query.directory;

import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** One document an agency; names are kept in memory too, since every answer shows some. */
class MongoAgencyDirectory implements AgencyDirectory {

    private final MongoCollection<Document> agencies;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    MongoAgencyDirectory(MongoDatabase database) {
        agencies = database.getCollection("agency_directory");
    }

    @Override
    public List<ListedAgency> all() {
        return agencies.find()
                .sort(Sorts.ascending("_id"))
                .map(MongoAgencyDirectory::read)
                .into(new ArrayList<>());
    }

    @Override
    public String name(String code) {
        return names.computeIfAbsent(code, key -> {
            Document document = agencies.find(Filters.eq("_id", key)).first();
            return document == null ? key : document.getString("name");
        });
    }

    @Override
    public void save(Collection<ListedAgency> changed) {
        agencies.bulkWrite(changed.stream()
                .map(agency -> new ReplaceOneModel<>(
                        Filters.eq("_id", agency.entry().code()), write(agency), new ReplaceOptions().upsert(true)))
                .toList());
        changed.forEach(agency -> names.remove(agency.entry().code()));
    }

    @Override
    public void clear() {
        agencies.deleteMany(new Document());
        names.clear();
    }

    private static Document write(ListedAgency agency) {
        AgencyEntry entry = agency.entry();
        return new Document("_id", entry.code())
                .append("name", entry.name())
                .append("level", entry.level().name())
                .append("district", entry.district())
                .append("parent", entry.parent())
                .append("kind", entry.kind().name())
                .append("duties", entry.duties())
                .append("suspended", agency.suspended())
                .append("version", agency.version());
    }

    private static ListedAgency read(Document document) {
        return new ListedAgency(
                new AgencyEntry(
                        document.getString("_id"),
                        document.getString("name"),
                        AgencyLevel.valueOf(document.getString("level")),
                        document.getString("district"),
                        document.getString("parent"),
                        AgencyKind.valueOf(document.getString("kind")),
                        document.getList("duties", String.class)),
                document.getBoolean("suspended"),
                document.getLong("version"));
    }
}
