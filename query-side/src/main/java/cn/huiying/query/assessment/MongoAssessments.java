package cn.huiying.query.assessment;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.Audience;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One document an assessment, as its JSON: it is read whole, and there are few. */
class MongoAssessments implements Assessments {

    private static final Bson NEWEST_FIRST = Sorts.descending("to", "from");

    static final String COLLECTION = "assessments";

    private final MongoCollections collections;
    private final ObjectMapper json = JsonMapper.builder().build();

    MongoAssessments(MongoCollections collections) {
        this.collections = collections;
    }

    private MongoCollection<Document> assessments() {
        return collections.get(COLLECTION);
    }

    @Override
    public Optional<AssessmentFile> find(AssessmentId id) {
        return Optional.ofNullable(
                        assessments().find(Filters.eq("_id", id.value())).first())
                .map(this::read);
    }

    @Override
    public Optional<AssessmentFile> lastPublished(Audience audience) {
        return Optional.ofNullable(assessments()
                        .find(audience == null ? Filters.ne("audience", null) : Filters.eq("audience", audience.name()))
                        .sort(NEWEST_FIRST)
                        .first())
                .map(this::read);
    }

    @Override
    public List<AssessmentFile> all() {
        return assessments().find().sort(NEWEST_FIRST).map(this::read).into(new ArrayList<>());
    }

    @Override
    public void save(Collection<AssessmentFile> files) {
        assessments()
                .bulkWrite(files.stream()
                        .map(file -> new ReplaceOneModel<>(
                                Filters.eq("_id", file.id().value()),
                                new Document("_id", file.id().value())
                                        .append("to", file.id().period().to().toString())
                                        .append(
                                                "from",
                                                file.id().period().from().toString())
                                        .append(
                                                "audience",
                                                file.audience() == null
                                                        ? null
                                                        : file.audience().name())
                                        .append("json", json.writeValueAsString(file)),
                                new ReplaceOptions().upsert(true)))
                        .toList());
    }

    private AssessmentFile read(Document document) {
        return json.readValue(document.getString("json"), AssessmentFile.class);
    }
}
