package cn.huiying.query.supervision;

import cn.huiying.query.common.Listed;
import cn.huiying.shared.supervision.MediaLeadState;
import java.util.Set;

/** All media leads there ever were, the latest offered first. */
interface ListedLeads extends Listed<ListedLead, ListedLeads.Query> {

    /**
     * Which leads.
     *
     * @param states   at least one
     * @param petition null for any
     */
    record Query(Set<MediaLeadState> states, String petition) {}
}
