package cn.huiying.query.supervision;

import cn.huiying.query.common.Listed;
import java.util.Set;

/** All instructions of leaders, the newest first. */
interface ListedInstructions extends Listed<ListedInstruction, ListedInstructions.Query> {

    /**
     * Which instructions; an empty set is no restriction.
     *
     * @param petition null for any
     */
    record Query(Set<String> agencies, String petition) {}
}
