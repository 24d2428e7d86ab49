package cn.huiying.query.supervision;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import cn.huiying.shared.supervision.MediaLeadState;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document a lead. */
class MongoListedLeads extends MongoListed<ListedLead, ListedLeads.Query> implements ListedLeads {

    static final String COLLECTION = "media_leads";

    MongoListedLeads(MongoCollections collections) {
        super(collections, COLLECTION);
        items().createIndex(Indexes.ascending("state", "offeredAt", "_id"));
    }

    @Override
    protected Bson matching(Query query) {
        List<Bson> all = new ArrayList<>();
        all.add(Filters.in("state", names(query.states())));
        if (query.petition() != null) {
            all.add(Filters.eq("petition", query.petition()));
        }
        return Filters.and(all);
    }

    @Override
    protected String field(Query query) {
        return "offeredAt";
    }

    @Override
    protected boolean newestFirst(Query query) {
        return true;
    }

    @Override
    protected Document write(ListedLead lead) {
        return new Document("_id", lead.id())
                .append("petition", lead.petition())
                .append("title", lead.title())
                .append("state", lead.state().name())
                .append("offeredAt", Date.from(lead.offeredAt()))
                .append("version", lead.version());
    }

    @Override
    protected ListedLead read(Document d) {
        return new ListedLead(
                d.getString("_id"),
                d.getString("petition"),
                d.getString("title"),
                MediaLeadState.valueOf(d.getString("state")),
                d.getDate("offeredAt").toInstant(),
                d.getLong("version"));
    }
}
