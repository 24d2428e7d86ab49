package cn.huiying.query.suggestion;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.suggestion.ConversionForm;
import cn.huiying.shared.suggestion.MeasureAbandoned;
import cn.huiying.shared.suggestion.MeasureCompleted;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.MeasureProgressed;
import cn.huiying.shared.suggestion.SuggestionConverted;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A measure 转化措施, whole.
 *
 * @param topics      that its suggestions answered
 * @param agency      code of the one that owns it
 * @param percent     as last told; 100 once completed
 * @param convertedAt when it was begun
 * @param endedAt     null while it is under way
 * @param version     sequence number of the last event
 */
record ListedMeasure(
        String id,
        List<String> suggestions,
        List<String> topics,
        ConversionForm form,
        String title,
        String text,
        String agency,
        LocalDate dueOn,
        MeasureState state,
        int percent,
        Instant convertedAt,
        Instant endedAt,
        List<Step> steps,
        long version) {

    private static final int WHOLE = 100;

    /** What was told of it: progress, its result, or why it was given up. */
    record Step(MeasureState state, int percent, String text, Instant at) {}

    /** @param measure null before the first event; an event applied already changes nothing */
    static ListedMeasure evolve(ListedMeasure measure, Recorded<MeasureEvent> recorded) {
        if (measure != null && recorded.version() <= measure.version()) {
            return measure;
        }
        long version = recorded.version();
        return switch (recorded.event()) {
            case SuggestionConverted e ->
                new ListedMeasure(
                        e.measureId().value(),
                        e.suggestions().stream().map(PetitionId::value).toList(),
                        e.topics().stream().map(SuggestionTopicId::value).toList(),
                        e.form(),
                        e.title(),
                        e.text(),
                        e.agency(),
                        e.dueOn(),
                        MeasureState.UNDER_WAY,
                        0,
                        e.at(),
                        null,
                        List.of(),
                        version);
            case MeasureProgressed e ->
                measure.with(new Step(MeasureState.UNDER_WAY, e.percent(), e.text(), e.at()), version);
            case MeasureCompleted e ->
                measure.with(new Step(MeasureState.COMPLETED, WHOLE, e.result(), e.at()), version);
            case MeasureAbandoned e ->
                measure.with(new Step(MeasureState.ABANDONED, measure.percent(), e.reason(), e.at()), version);
        };
    }

    private ListedMeasure with(Step step, long at) {
        return new ListedMeasure(
                id,
                suggestions,
                topics,
                form,
                title,
                text,
                agency,
                dueOn,
                step.state(),
                step.percent(),
                convertedAt,
                step.state() == MeasureState.UNDER_WAY ? null : step.at(),
                Stream.concat(steps.stream(), Stream.of(step)).toList(),
                at);
    }

    /** Whether it should be in effect. */
    boolean late(Instant now) {
        return state == MeasureState.UNDER_WAY && WorkCalendar.dateOf(now).isAfter(dueOn);
    }
}
