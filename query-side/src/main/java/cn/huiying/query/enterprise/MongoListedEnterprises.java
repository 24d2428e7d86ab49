package cn.huiying.query.enterprise;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import cn.huiying.query.common.MongoSealed;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document an account. */
class MongoListedEnterprises extends MongoListed<ListedEnterprise, ListedEnterprises.Query>
        implements ListedEnterprises {

    static final String COLLECTION = "enterprises";

    MongoListedEnterprises(MongoCollections collections) {
        super(collections, COLLECTION);
        items().createIndex(Indexes.ascending("verification", "registeredAt", "_id"));
        items().createIndex(Indexes.ascending("creditCodeDigest"));
    }

    @Override
    public Map<String, Long> counts(Query query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Verification verification : Verification.values()) {
            counts.put(verification.name(), 0L);
        }
        items().find(whole(query))
                .projection(Projections.include("verification"))
                .forEach(document -> counts.merge(document.getString("verification"), 1L, Long::sum));
        return counts;
    }

    @Override
    public Map<String, List<String>> byCreditCode(Set<String> digests) {
        Map<String, List<String>> accounts = new HashMap<>();
        items().find(Filters.and(Filters.in("creditCodeDigest", digests), Filters.eq("cancelled", false)))
                .projection(Projections.include("creditCodeDigest"))
                .forEach(document -> accounts.computeIfAbsent(
                                document.getString("creditCodeDigest"), digest -> new ArrayList<>())
                        .add(document.getString("_id")));
        return accounts;
    }

    @Override
    protected Bson matching(Query query) {
        List<Bson> all = new ArrayList<>();
        all.add(whole(query));
        any(all, "verification", names(query.verifications()));
        return Filters.and(all);
    }

    /** Whatever was found. */
    private static Bson whole(Query query) {
        List<Bson> all = new ArrayList<>();
        all.add(Filters.eq("cancelled", false));
        any(all, "industry", names(query.industries()));
        any(all, "size", names(query.sizes()));
        any(all, "district", query.districts());
        return Filters.and(all);
    }

    @Override
    protected String field(Query query) {
        return "registeredAt";
    }

    @Override
    protected boolean newestFirst(Query query) {
        return query.newestFirst();
    }

    @Override
    protected Document write(ListedEnterprise enterprise) {
        return new Document("_id", enterprise.id())
                .append("name", MongoSealed.write(enterprise.name()))
                .append("creditCodeDigest", enterprise.creditCodeDigest())
                .append("industry", name(enterprise.industry()))
                .append("size", name(enterprise.size()))
                .append("district", enterprise.district())
                .append("verification", enterprise.verification().name())
                .append("refusal", enterprise.refusal())
                .append("frozen", enterprise.frozen())
                .append("cancelled", enterprise.cancelled())
                .append("registeredAt", Date.from(enterprise.registeredAt()))
                .append("version", enterprise.version());
    }

    @Override
    protected ListedEnterprise read(Document d) {
        String industry = d.getString("industry");
        String size = d.getString("size");
        return new ListedEnterprise(
                d.getString("_id"),
                MongoSealed.read(d.get("name", Document.class)),
                d.getString("creditCodeDigest"),
                industry == null ? null : Industry.valueOf(industry),
                size == null ? null : EnterpriseSize.valueOf(size),
                d.getString("district"),
                Verification.valueOf(d.getString("verification")),
                d.getString("refusal"),
                d.getBoolean("frozen"),
                d.getBoolean("cancelled"),
                d.getDate("registeredAt").toInstant(),
                d.getLong("version"));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
