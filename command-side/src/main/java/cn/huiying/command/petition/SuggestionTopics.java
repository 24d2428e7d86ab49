package cn.huiying.command.petition;

import cn.huiying.shared.petition.SuggestionTopicId;
import java.time.Instant;

/** Reads what is committed of topics of solicitation 征集专题. */
public interface SuggestionTopics {

    /**
     * Whether a suggestion could answer the topic at a moment.
     *
     * @throws cn.huiying.shared.rule.Refused where there is no such topic
     */
    boolean isOpen(SuggestionTopicId topic, Instant at);
}
