package cn.huiying.query.suggestion;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoListed;
import cn.huiying.shared.suggestion.SpecialReportState;
import com.mongodb.client.model.Filters;
import java.util.Date;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One document a report, as its JSON. */
class MongoListedReports extends MongoListed<ListedReport, Set<SpecialReportState>> implements ListedReports {

    private final ObjectMapper json = JsonMapper.builder().build();

    static final String COLLECTION = "special_reports";

    MongoListedReports(MongoCollections collections) {
        super(collections, COLLECTION);
    }

    @Override
    protected Bson matching(Set<SpecialReportState> states) {
        return states.isEmpty() ? Filters.exists("state") : Filters.in("state", names(states));
    }

    @Override
    protected String field(Set<SpecialReportState> states) {
        return "draftedAt";
    }

    @Override
    protected boolean newestFirst(Set<SpecialReportState> states) {
        return true;
    }

    @Override
    protected Document write(ListedReport report) {
        return new Document("_id", report.id())
                .append("state", report.state().name())
                .append("draftedAt", Date.from(report.draftedAt()))
                .append("json", json.writeValueAsString(report));
    }

    @Override
    protected ListedReport read(Document document) {
        return json.readValue(document.getString("json"), ListedReport.class);
    }
}
