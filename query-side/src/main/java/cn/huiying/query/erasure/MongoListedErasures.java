package cn.huiying.query.erasure;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import cn.huiying.shared.erasure.ErasureBasis;
import cn.huiying.shared.erasure.ErasureState;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document an erasure. */
class MongoListedErasures extends MongoListed<ListedErasure, ListedErasures.Query> implements ListedErasures {

    static final String COLLECTION = "erasures";

    MongoListedErasures(MongoCollections collections) {
        super(collections, COLLECTION);
        items().createIndex(Indexes.ascending("state", "requestedAt", "_id"));
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (ErasureState state : ErasureState.values()) {
            counts.put(state.name(), 0L);
        }
        items().find()
                .projection(Projections.include("state"))
                .forEach(document -> counts.merge(document.getString("state"), 1L, Long::sum));
        return counts;
    }

    @Override
    protected Bson matching(Query query) {
        List<Bson> all = new ArrayList<>();
        // Also where nothing narrows it: an empty conjunction is none.
        all.add(Filters.exists("state"));
        any(all, "state", names(query.states()));
        return Filters.and(all);
    }

    @Override
    protected String field(Query query) {
        return "requestedAt";
    }

    @Override
    protected boolean newestFirst(Query query) {
        return true;
    }

    @Override
    protected Document write(ListedErasure erasure) {
        return new Document("_id", erasure.id())
                .append("subject", erasure.subject())
                .append("basis", erasure.basis().name())
                .append("reason", erasure.reason())
                .append("state", erasure.state().name())
                .append("requestedBy", erasure.requestedBy())
                .append("requestedAt", Date.from(erasure.requestedAt()))
                .append("decidedBy", erasure.decidedBy())
                .append("decidedAt", date(erasure.decidedAt()))
                .append("refusal", erasure.refusal())
                .append("keyDestroyedAt", date(erasure.keyDestroyedAt()))
                .append("version", erasure.version());
    }

    @Override
    protected ListedErasure read(Document d) {
        return new ListedErasure(
                d.getString("_id"),
                d.getString("subject"),
                ErasureBasis.valueOf(d.getString("basis")),
                d.getString("reason"),
                ErasureState.valueOf(d.getString("state")),
                d.getString("requestedBy"),
                d.getDate("requestedAt").toInstant(),
                d.getString("decidedBy"),
                moment(d, "decidedAt"),
                d.getString("refusal"),
                moment(d, "keyDestroyedAt"),
                d.getLong("version"));
    }

    private static Date date(Instant moment) {
        return moment == null ? null : Date.from(moment);
    }

    private static Instant moment(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
