package cn.huiying.query.directory;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** One document an agency; names are kept in memory too, since every answer shows some. */
class MongoAgencyDirectory implements AgencyDirectory {

    static final String COLLECTION = "agency_directory";

    private final MongoCollections collections;
    /** Null where they have to be read again. */
    private volatile Names names;

    /**
     * @param of     the collection they were read from
     * @param byCode oldest first
     */
    private record Names(MongoNamespace of, Map<String, List<Named>> byCode) {}

    MongoAgencyDirectory(MongoCollections collections) {
        this.collections = collections;
    }

    private MongoCollection<Document> agencies() {
        return collections.get(COLLECTION);
    }

    @Override
    public List<ListedAgency> all() {
        return agencies()
                .find()
                .sort(Sorts.ascending("_id"))
                .map(MongoAgencyDirectory::read)
                .into(new ArrayList<>());
    }

    @Override
    public String name(String code) {
        List<Named> known = names().get(code);
        return known == null ? code : known.getLast().name();
    }

    @Override
    public AgencyNames asOf(long position) {
        Map<String, List<Named>> known = names();
        return code -> known.getOrDefault(code, List.of()).reversed().stream()
                .filter(named -> named.from() <= position)
                .map(Named::name)
                .findFirst()
                .orElse(code);
    }

    @Override
    public boolean has(String code) {
        return names().containsKey(code);
    }

    @Override
    public int revision() {
        return names().hashCode();
    }

    private Map<String, List<Named>> names() {
        Names known = names;
        return known == null || !known.of().equals(agencies().getNamespace()) ? load() : known.byCode();
    }

    /** One at a time with the writes, so that nothing older is kept than what was written last. */
    private synchronized Map<String, List<Named>> load() {
        MongoNamespace of = agencies().getNamespace();
        names = new Names(
                of,
                all().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                agency -> agency.entry().code(), ListedAgency::names)));
        return names.byCode();
    }

    @Override
    public synchronized void save(Collection<ListedAgency> changed) {
        agencies()
                .bulkWrite(changed.stream()
                        .map(agency -> new ReplaceOneModel<>(
                                Filters.eq("_id", agency.entry().code()),
                                write(agency),
                                new ReplaceOptions().upsert(true)))
                        .toList());
        names = null;
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
                .append(
                        "names",
                        agency.names().stream()
                                .map(named -> new Document("from", named.from()).append("name", named.name()))
                                .toList())
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
                names(document),
                document.getLong("version"));
    }

    /** Of a document that was written before names were kept, the present one is all that is known. */
    private static List<Named> names(Document document) {
        return document
                .getList(
                        "names", Document.class, List.of(new Document("from", 0L).append("name", document.get("name"))))
                .stream()
                .map(named -> new Named(named.getLong("from"), named.getString("name")))
                .toList();
    }
}
