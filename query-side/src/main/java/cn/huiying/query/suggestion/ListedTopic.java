package cn.huiying.query.suggestion;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished.Answered;
import cn.huiying.shared.suggestion.SuggestionTopicClosed;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import cn.huiying.shared.suggestion.SuggestionTopicOpened;
import cn.huiying.shared.suggestion.TopicState;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A topic of solicitation 征集专题, whole: there are few.
 *
 * @param organiser    code of the agency that asks; null for the bureau
 * @param closesOn     the last day, included; null where it is open until it is closed
 * @param closedAt     null while it was not closed
 * @param closedReason null while it was not closed
 * @param version      sequence number of the last event
 */
record ListedTopic(
        String id,
        String title,
        String text,
        String organiser,
        LocalDate closesOn,
        Instant openedAt,
        Instant closedAt,
        String closedReason,
        List<Feedback> feedback,
        long version) {

    /** 集中反馈. */
    record Feedback(String text, List<Answered> suggestions, Instant at) {}

    /** @param topic null before the first event; an event applied already changes nothing */
    static ListedTopic evolve(ListedTopic topic, Recorded<SuggestionTopicEvent> recorded) {
        if (topic != null && recorded.version() <= topic.version()) {
            return topic;
        }
        long version = recorded.version();
        return switch (recorded.event()) {
            case SuggestionTopicOpened e ->
                new ListedTopic(
                        e.topicId().value(),
                        e.title(),
                        e.text(),
                        e.organiser(),
                        e.closesOn(),
                        e.at(),
                        null,
                        null,
                        List.of(),
                        version);
            case SuggestionTopicClosed e -> topic.with(e.at(), e.reason(), topic.feedback(), version);
            case CollectiveFeedbackPublished e ->
                topic.with(
                        topic.closedAt(),
                        topic.closedReason(),
                        Stream.concat(
                                        topic.feedback().stream(),
                                        Stream.of(new Feedback(e.text(), e.suggestions(), e.at())))
                                .toList(),
                        version);
        };
    }

    private ListedTopic with(Instant closed, String because, List<Feedback> told, long at) {
        return new ListedTopic(id, title, text, organiser, closesOn, openedAt, closed, because, told, at);
    }

    /** Whether it takes suggestions: its last day ends it without an event. */
    TopicState state(Instant now) {
        return closedAt != null || closesOn != null && WorkCalendar.dateOf(now).isAfter(closesOn)
                ? TopicState.CLOSED
                : TopicState.OPEN;
    }
}
