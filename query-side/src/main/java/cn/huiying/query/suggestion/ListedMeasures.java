package cn.huiying.query.suggestion;

import cn.huiying.query.common.Listed;
import cn.huiying.shared.petition.MeasureState;
import java.util.Map;
import java.util.Set;

/** All measures there ever were; the newest first. */
interface ListedMeasures extends Listed<ListedMeasure, ListedMeasures.Query> {

    /**
     * Which measures; an empty set is no restriction.
     *
     * @param topic      null for any; the suggestion likewise
     */
    record Query(Set<MeasureState> states, Set<String> agencies, String topic, String suggestion) {}

    /** How many there are in each state, whichever state is asked for. */
    Map<String, Long> counts(Query query);
}
