package cn.huiying.bench;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.listing.ListedPetition;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The plain design: the same petitions as documents of one collection on the embedded server that the platform uses, filtered,
 * sorted and skipped there. The index that a real MongoDB would use is asked for; the embedded server has none.
 */
final class ListingPeer implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final MongoCollection<Document> petitions;

    ListingPeer(DemoPetitions demo) {
        server.bind();
        client = MongoClients.create(server.getConnectionString());
        petitions = client.getDatabase("bench").getCollection("petitions");
        petitions.createIndex(Indexes.compoundIndex(
                Indexes.ascending("published", "type", "district"), Indexes.descending("publishedAt", "order")));
        List<Document> batch = new ArrayList<>();
        for (int number = 0; number < demo.count(); number++) {
            batch.add(document(demo.petition(number)));
            if (batch.size() == 500) {
                petitions.insertMany(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            petitions.insertMany(batch);
        }
    }

    private static Document document(ListedPetition petition) {
        return new Document("_id", petition.id().value())
                .append("order", petition.order())
                .append("number", petition.number())
                .append("section", petition.section().name())
                .append("type", petition.type().name())
                .append("domain", petition.domain())
                .append("district", petition.district())
                .append("agency", petition.agency())
                .append("status", petition.state().publicTab().slug())
                .append("nickname", petition.nickname())
                .append("published", petition.published())
                .append("title", petition.title())
                .append("body", petition.body())
                .append("publicReply", petition.publicReply())
                .append("submittedAt", Date.from(petition.submittedAt()))
                .append("publishedAt", Date.from(petition.publishedAt()))
                .append("resolvedAt", petition.resolvedAt() == null ? null : Date.from(petition.resolvedAt()))
                .append("version", petition.version());
    }

    /** The ids of one page, newest publication first. */
    List<String> page(PetitionFilter filter, int skip, int limit) {
        Bson wanted = Filters.and(
                Filters.eq("published", true),
                Filters.in("type", filter.types().stream().map(Enum::name).toList()),
                Filters.in("district", filter.districts()));
        List<String> ids = new ArrayList<>();
        petitions
                .find(wanted)
                .sort(Sorts.descending("publishedAt", "order"))
                .skip(skip)
                .limit(limit)
                .forEach(found -> ids.add(found.getString("_id")));
        return ids;
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
