package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.SuggestionTopicId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 征集专题结束: no suggestion can answer it any more.
 */
@Revision("1")
public record SuggestionTopicClosed(SuggestionTopicId topicId, String reason, Instant at)
        implements SuggestionTopicEvent {}
