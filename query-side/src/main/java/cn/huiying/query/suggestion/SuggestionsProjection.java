package cn.huiying.query.suggestion;

import cn.huiying.query.common.EventBatch;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds what happens about suggestions, beside the petitions themselves, into the lists of topics, measures and special reports. */
@ProcessingGroup(SuggestionsProjection.NAME)
class SuggestionsProjection {

    static final String NAME = "suggestions";

    private final EventBatch events = new EventBatch();
    private final ListedTopics topics;
    private final ListedMeasures measures;
    private final ListedReports reports;

    SuggestionsProjection(ListedTopics topics, ListedMeasures measures, ListedReports reports) {
        this.topics = topics;
        this.measures = measures;
        this.reports = reports;
    }

    @EventHandler
    void on(SuggestionTopicEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.fold(unit, topics, event, version, token, e -> e.topicId().value(), ListedTopic::evolve);
    }

    @EventHandler
    void on(MeasureEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.fold(unit, measures, event, version, token, e -> e.measureId().value(), ListedMeasure::evolve);
    }

    @EventHandler
    void on(SpecialReportEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.fold(unit, reports, event, version, token, e -> e.reportId().value(), ListedReport::evolve);
    }
}
