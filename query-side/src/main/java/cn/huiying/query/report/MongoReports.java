package cn.huiying.query.report;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportGenerated;
import cn.huiying.shared.report.ReportKind;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One document an edition, as its JSON: whole, and as the list shows it. */
class MongoReports implements Reports {

    private static final String AT = "at";

    static final String COLLECTION = "reports";

    private final MongoCollections collections;
    private final ObjectMapper json = JsonMapper.builder().build();

    MongoReports(MongoCollections collections) {
        this.collections = collections;
        reports().createIndex(Indexes.ascending(AT, "_id"));
    }

    private MongoCollection<Document> reports() {
        return collections.get(COLLECTION);
    }

    @Override
    public Optional<ReportGenerated> find(String id) {
        return Optional.ofNullable(reports().find(Filters.eq("_id", id)).first())
                .map(found -> read(found, "json"));
    }

    @Override
    public List<ReportGenerated> page(Set<ReportKind> kinds, Place from, boolean backwards, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(of(kinds));
        if (from != null) {
            Date moment = Date.from(from.generatedAt());
            filters.add(
                    backwards
                            ? Filters.or(
                                    Filters.gt(AT, moment),
                                    Filters.and(Filters.eq(AT, moment), Filters.gt("_id", from.id())))
                            : Filters.or(
                                    Filters.lt(AT, moment),
                                    Filters.and(Filters.eq(AT, moment), Filters.lt("_id", from.id()))));
        }
        List<ReportGenerated> page = reports()
                .find(Filters.and(filters))
                .projection(Projections.include("head"))
                .sort(backwards ? Sorts.ascending(AT, "_id") : Sorts.descending(AT, "_id"))
                .limit(limit)
                .map(found -> read(found, "head"))
                .into(new ArrayList<>());
        if (backwards) {
            Collections.reverse(page);
        }
        return page;
    }

    @Override
    public long count(Set<ReportKind> kinds) {
        return reports().countDocuments(of(kinds));
    }

    private static Bson of(Set<ReportKind> kinds) {
        return kinds.isEmpty()
                ? Filters.exists("kind")
                : Filters.in("kind", kinds.stream().map(Enum::name).toList());
    }

    @Override
    public void save(Collection<ReportGenerated> generated) {
        reports()
                .bulkWrite(generated.stream()
                        .map(report -> new ReplaceOneModel<>(
                                Filters.eq("_id", Reports.id(report)),
                                new Document("_id", Reports.id(report))
                                        .append("kind", report.kind().name())
                                        .append(AT, Date.from(report.at()))
                                        .append("head", json.writeValueAsString(head(report)))
                                        .append("json", json.writeValueAsString(report)),
                                new ReplaceOptions().upsert(true)))
                        .toList());
    }

    private static ReportGenerated head(ReportGenerated report) {
        return new ReportGenerated(
                report.reportId(),
                report.edition(),
                report.kind(),
                report.from(),
                report.to(),
                report.topic(),
                report.preliminary(),
                report.position(),
                report.digest(),
                new ReportContent(report.content().title(), report.content().subtitle(), List.of()),
                report.at());
    }

    private ReportGenerated read(Document document, String field) {
        return json.readValue(document.getString(field), ReportGenerated.class);
    }
}
