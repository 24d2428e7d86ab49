package cn.huiying.query.supervision;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
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

/** One document a proposal. */
class MongoListedProposals extends MongoListed<ListedProposal, ListedProposals.Query> implements ListedProposals {

    static final String COLLECTION = "proposals";

    MongoListedProposals(MongoCollections collections) {
        super(collections, COLLECTION);
        for (String order : List.of("issuedAt", "feedbackDueAt")) {
            items().createIndex(Indexes.ascending("agency", order, "_id"));
        }
    }

    @Override
    public Map<String, Long> counts(Query query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (ProposalState state : ProposalState.values()) {
            counts.put(state.name(), 0L);
        }
        counts.put("late", 0L);
        items().find(whole(query))
                .projection(Projections.include("state", "feedbackDueAt"))
                .forEach(document -> {
                    counts.merge(document.getString("state"), 1L, Long::sum);
                    if (!query.now().isBefore(document.getDate("feedbackDueAt").toInstant())) {
                        counts.merge("late", 1L, Long::sum);
                    }
                });
        return counts;
    }

    @Override
    public List<Issued> issued(Instant from, Instant to) {
        return items().find(
                        Filters.and(Filters.gte("issuedAt", Date.from(from)), Filters.lt("issuedAt", Date.from(to))))
                .map(this::read)
                .map(proposal -> new Issued(proposal.kind(), proposal.state(), proposal.adoption()))
                .into(new ArrayList<>());
    }

    @Override
    protected Bson matching(Query query) {
        List<Bson> all = new ArrayList<>();
        all.add(whole(query));
        any(all, "state", names(query.states()));
        if (query.late()) {
            all.add(Filters.lte("feedbackDueAt", Date.from(query.now())));
        }
        return Filters.and(all);
    }

    /** In whichever state. */
    private static Bson whole(Query query) {
        List<Bson> all = new ArrayList<>();
        // Also where nothing narrows it: an empty conjunction is none.
        all.add(Filters.exists("state"));
        any(all, "kind", names(query.kinds()));
        any(all, "adoption", names(query.adoptions()));
        any(all, "agency", query.agencies());
        if (query.petition() != null) {
            all.add(Filters.eq("petitions", query.petition()));
        }
        if (query.order() != null) {
            all.add(Filters.eq("orders", query.order()));
        }
        return Filters.and(all);
    }

    @Override
    protected String field(Query query) {
        return query.newestFirst() ? "issuedAt" : "feedbackDueAt";
    }

    @Override
    protected boolean newestFirst(Query query) {
        return query.newestFirst();
    }

    @Override
    protected Document write(ListedProposal proposal) {
        return new Document("_id", proposal.id())
                .append("kind", proposal.kind().name())
                .append("agency", proposal.agency())
                .append("title", proposal.title())
                .append("petitions", proposal.petitions())
                .append("orders", proposal.orders())
                .append("state", proposal.state().name())
                .append(
                        "adoption",
                        proposal.adoption() == null ? null : proposal.adoption().name())
                .append("issuedAt", Date.from(proposal.issuedAt()))
                .append("feedbackDueAt", due(proposal.feedbackDueAt()))
                .append("version", proposal.version());
    }

    @Override
    protected ListedProposal read(Document d) {
        String adoption = d.getString("adoption");
        return new ListedProposal(
                d.getString("_id"),
                ProposalKind.valueOf(d.getString("kind")),
                d.getString("agency"),
                d.getString("title"),
                List.copyOf(d.getList("petitions", String.class)),
                List.copyOf(d.getList("orders", String.class)),
                ProposalState.valueOf(d.getString("state")),
                adoption == null ? null : Adoption.valueOf(adoption),
                d.getDate("issuedAt").toInstant(),
                due(d, "feedbackDueAt"),
                d.getLong("version"));
    }
}
