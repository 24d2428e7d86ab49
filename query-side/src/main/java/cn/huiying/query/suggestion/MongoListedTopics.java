package cn.huiying.query.suggestion;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import cn.huiying.shared.suggestion.TopicState;
import cn.huiying.shared.time.WorkCalendar;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One document a topic, as its JSON: it is read whole. */
class MongoListedTopics extends MongoListed<ListedTopic, ListedTopics.Query> implements ListedTopics {

    private static final String ENDS = "ends";

    private final ObjectMapper json = JsonMapper.builder().build();

    static final String COLLECTION = "suggestion_topics";

    MongoListedTopics(MongoCollections collections) {
        super(collections, COLLECTION);
    }

    @Override
    protected Bson matching(Query query) {
        String today = WorkCalendar.dateOf(query.now()).toString();
        return query.states().size() != 1
                ? Filters.exists(ENDS)
                : query.states().contains(TopicState.OPEN) ? Filters.gte(ENDS, today) : Filters.lt(ENDS, today);
    }

    @Override
    protected String field(Query query) {
        return "openedAt";
    }

    @Override
    protected boolean newestFirst(Query query) {
        return true;
    }

    /** The last day as text, before every day where it was closed, and after every day where it has none. */
    @Override
    protected Document write(ListedTopic topic) {
        LocalDate closesOn = topic.closesOn() == null ? LocalDate.of(9999, 12, 31) : topic.closesOn();
        return new Document("_id", topic.id())
                .append("openedAt", Date.from(topic.openedAt()))
                .append(ENDS, topic.closedAt() == null ? closesOn.toString() : "")
                .append("json", json.writeValueAsString(topic));
    }

    @Override
    protected ListedTopic read(Document document) {
        return json.readValue(document.getString("json"), ListedTopic.class);
    }
}
