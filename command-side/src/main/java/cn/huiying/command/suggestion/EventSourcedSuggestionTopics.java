package cn.huiying.command.suggestion;

import cn.huiying.command.common.Streams;
import cn.huiying.command.petition.SuggestionTopics;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the topic's own stream on each call. */
class EventSourcedSuggestionTopics implements SuggestionTopics {

    private final EventStore eventStore;

    EventSourcedSuggestionTopics(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public boolean isOpen(SuggestionTopicId topic, Instant at) {
        TopicStage stage = Streams.<TopicStage, SuggestionTopicEvent>fold(
                eventStore, topic.toString(), SuggestionTopicEvent.class, null, TopicStage::evolve);
        if (stage == null) {
            throw Refused.byRule("topic-not-found", "没有找到该征集专题。", "There is no such topic.");
        }
        return stage.isOpenAt(at);
    }
}
