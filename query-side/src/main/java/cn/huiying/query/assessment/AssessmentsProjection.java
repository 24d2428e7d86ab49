package cn.huiying.query.assessment;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.assessment.AssessmentEvent;
import cn.huiying.shared.assessment.AssessmentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the events of assessments, in batches. */
@ProcessingGroup(AssessmentsProjection.NAME)
class AssessmentsProjection {

    static final String NAME = "assessments";

    private final EventBatch events = new EventBatch();
    private final Assessments assessments;

    AssessmentsProjection(Assessments assessments) {
        this.assessments = assessments;
    }

    @EventHandler
    void on(AssessmentEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(unit, this, new Recorded<>(event, version, token.position().orElse(0)), this::write);
    }

    private void write(List<Recorded<AssessmentEvent>> batch) {
        Map<AssessmentId, AssessmentFile> files = new LinkedHashMap<>();
        for (Recorded<AssessmentEvent> recorded : batch) {
            AssessmentId id = recorded.event().assessmentId();
            AssessmentFile before =
                    files.containsKey(id) ? files.get(id) : assessments.find(id).orElse(null);
            files.put(
                    id,
                    events.evolve(recorded, () -> AssessmentFile.evolve(before, recorded.event(), recorded.version())));
        }
        List<AssessmentFile> known =
                files.values().stream().filter(Objects::nonNull).toList();
        if (!known.isEmpty()) {
            assessments.save(known);
        }
    }
}
