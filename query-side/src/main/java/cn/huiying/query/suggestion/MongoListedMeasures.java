package cn.huiying.query.suggestion;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import cn.huiying.shared.petition.MeasureState;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One document a measure, as its JSON: it is read whole. */
class MongoListedMeasures extends MongoListed<ListedMeasure, ListedMeasures.Query> implements ListedMeasures {

    private static final String STATE = "state";

    private final ObjectMapper json = JsonMapper.builder().build();

    static final String COLLECTION = "measures";

    MongoListedMeasures(MongoCollections collections) {
        super(collections, COLLECTION);
        items().createIndex(Indexes.ascending("agency", "convertedAt", "_id"));
        items().createIndex(Indexes.ascending("suggestions"));
    }

    @Override
    public Map<String, Long> counts(Query query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (MeasureState state : MeasureState.values()) {
            counts.put(
                    state.name(), items().countDocuments(Filters.and(whole(query), Filters.eq(STATE, state.name()))));
        }
        return counts;
    }

    @Override
    protected Bson matching(Query query) {
        List<Bson> all = new ArrayList<>();
        all.add(whole(query));
        any(all, STATE, names(query.states()));
        return Filters.and(all);
    }

    /** In whichever state. */
    private static Bson whole(Query query) {
        List<Bson> all = new ArrayList<>();
        // Also where nothing narrows it: an empty conjunction is none.
        all.add(Filters.exists(STATE));
        any(all, "agency", query.agencies());
        if (query.topic() != null) {
            all.add(Filters.eq("topics", query.topic()));
        }
        if (query.suggestion() != null) {
            all.add(Filters.eq("suggestions", query.suggestion()));
        }
        return Filters.and(all);
    }

    @Override
    protected String field(Query query) {
        return "convertedAt";
    }

    @Override
    protected boolean newestFirst(Query query) {
        return true;
    }

    @Override
    protected Document write(ListedMeasure measure) {
        return new Document("_id", measure.id())
                .append(STATE, measure.state().name())
                .append("agency", measure.agency())
                .append("topics", measure.topics())
                .append("suggestions", measure.suggestions())
                .append("convertedAt", Date.from(measure.convertedAt()))
                .append("json", json.writeValueAsString(measure));
    }

    @Override
    protected ListedMeasure read(Document document) {
        return json.readValue(document.getString("json"), ListedMeasure.class);
    }
}
