package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.SuggestionTopicId;
import java.time.Instant;

/** What can happen in the life of a topic of solicitation 征集专题. */
public sealed interface SuggestionTopicEvent
        permits SuggestionTopicOpened, SuggestionTopicClosed, CollectiveFeedbackPublished {

    SuggestionTopicId topicId();

    /** When it happened. */
    Instant at();
}
