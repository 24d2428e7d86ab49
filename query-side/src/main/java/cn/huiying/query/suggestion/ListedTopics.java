package cn.huiying.query.suggestion;

import cn.huiying.query.common.Listed;
import cn.huiying.shared.suggestion.TopicState;
import java.time.Instant;
import java.util.Set;

/** All topics of solicitation there ever were; the newest first. */
interface ListedTopics extends Listed<ListedTopic, ListedTopics.Query> {

    /** @param states empty for all */
    record Query(Set<TopicState> states, Instant now) {}
}
