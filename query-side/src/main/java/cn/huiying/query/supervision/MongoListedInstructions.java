package cn.huiying.query.supervision;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document an instruction. */
class MongoListedInstructions extends MongoListed<ListedInstruction, ListedInstructions.Query>
        implements ListedInstructions {

    static final String COLLECTION = "instructions";

    MongoListedInstructions(MongoCollections collections) {
        super(collections, COLLECTION);
        items().createIndex(Indexes.ascending("recordedAt", "_id"));
    }

    @Override
    protected Bson matching(Query query) {
        List<Bson> all = new ArrayList<>();
        // Also where nothing narrows it: an empty conjunction is none.
        all.add(Filters.exists("recordedAt"));
        any(all, "agencies", query.agencies());
        if (query.petition() != null) {
            all.add(Filters.eq("petitions", query.petition()));
        }
        return Filters.and(all);
    }

    @Override
    protected String field(Query query) {
        return "recordedAt";
    }

    @Override
    protected boolean newestFirst(Query query) {
        return true;
    }

    @Override
    protected Document write(ListedInstruction instruction) {
        return new Document("_id", instruction.id())
                .append("topic", instruction.topic())
                .append("report", instruction.report())
                .append("petitions", instruction.petitions())
                .append("agencies", instruction.agencies())
                .append(
                        "dueOn",
                        instruction.dueOn() == null ? null : instruction.dueOn().toString())
                .append("recordedAt", Date.from(instruction.recordedAt()));
    }

    @Override
    protected ListedInstruction read(Document d) {
        String dueOn = d.getString("dueOn");
        return new ListedInstruction(
                d.getString("_id"),
                d.getString("topic"),
                d.getString("report"),
                List.copyOf(d.getList("petitions", String.class)),
                List.copyOf(d.getList("agencies", String.class)),
                dueOn == null ? null : LocalDate.parse(dueOn),
                d.getDate("recordedAt").toInstant());
    }
}
