package cn.huiying.query.erasure;

import cn.huiying.query.common.Listed;
import cn.huiying.shared.erasure.ErasureState;
import java.util.Map;
import java.util.Set;

/** All erasures that were ever asked for. */
interface ListedErasures extends Listed<ListedErasure, ListedErasures.Query> {

    /** Which of them, newest first; an empty set is no restriction. */
    record Query(Set<ErasureState> states) {}

    /** How many there are in each state. */
    Map<String, Long> counts();
}
