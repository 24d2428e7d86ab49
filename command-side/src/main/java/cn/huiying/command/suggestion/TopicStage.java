package cn.huiying.command.suggestion;

import cn.huiying.command.dossier.DossierStage;
import cn.huiying.command.suggestion.feedingback.FeedbackAnswersResolvedSuggestionsOfItsTopic;
import cn.huiying.command.suggestion.feedingback.PublishCollectiveFeedback;
import cn.huiying.command.suggestion.soliciting.CloseSuggestionTopic;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished.Answered;
import cn.huiying.shared.suggestion.SuggestionTopicClosed;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import cn.huiying.shared.suggestion.SuggestionTopicOpened;
import cn.huiying.shared.suggestion.TopicState;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** Where a topic of solicitation stands, and what may be done with it there. Pure. */
sealed interface TopicStage extends DossierStage {

    SuggestionTopicId topicId();

    @Override
    TopicState state();

    @Override
    default String stateText() {
        return state().chinese();
    }

    @Override
    default boolean isKnownTo(Actor actor) {
        return true;
    }

    /** Whether a suggestion could answer it at a moment. */
    boolean isOpenAt(Instant at);

    /** 集中反馈 may come in parts, while others still come in. */
    default CollectiveFeedbackPublished feedBack(PublishCollectiveFeedback command, KnownSuggestions known) {
        return new CollectiveFeedbackPublished(
                topicId(),
                command.text(),
                command.suggestions().stream()
                        .distinct()
                        .map(id -> {
                            KnownSuggestions.Known suggestion = known.require(id);
                            FeedbackAnswersResolvedSuggestionsOfItsTopic.check(
                                    topicId().equals(suggestion.topic()) && suggestion.answered());
                            return new Answered(id, suggestion.outcome());
                        })
                        .toList(),
                command.at());
    }

    /**
     * 征集中.
     *
     * @param closesOn null where it is open until it is closed
     */
    record Open(SuggestionTopicId topicId, LocalDate closesOn) implements TopicStage {

        SuggestionTopicClosed close(CloseSuggestionTopic command) {
            return new SuggestionTopicClosed(topicId, command.reason(), command.at());
        }

        @Override
        public boolean isOpenAt(Instant at) {
            return closesOn == null || !WorkCalendar.dateOf(at).isAfter(closesOn);
        }

        @Override
        public TopicState state() {
            return TopicState.OPEN;
        }
    }

    /** 已结束. */
    record Closed(SuggestionTopicId topicId) implements TopicStage {

        @Override
        public boolean isOpenAt(Instant at) {
            return false;
        }

        @Override
        public TopicState state() {
            return TopicState.CLOSED;
        }
    }

    /** @param stage null before the first event */
    static TopicStage evolve(TopicStage stage, SuggestionTopicEvent event) {
        return switch (event) {
            case SuggestionTopicOpened e -> new Open(e.topicId(), e.closesOn());
            case SuggestionTopicClosed e -> new Closed(e.topicId());
            case CollectiveFeedbackPublished e -> stage;
        };
    }
}
