package cn.huiying.query.supervision;

import cn.huiying.query.common.Listed;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** All proposals there ever were. */
interface ListedProposals extends Listed<ListedProposal, ListedProposals.Query>, IssuedProposals {

    /**
     * Which proposals, in which order; an empty set is no restriction.
     *
     * @param petition    null for any; the order likewise
     * @param late        only those whose agency should have answered: the circular list 通报名单
     * @param newestFirst or else the earliest due first; what has not to be answered last
     */
    record Query(
            Set<ProposalState> states,
            Set<ProposalKind> kinds,
            Set<Adoption> adoptions,
            Set<String> agencies,
            String petition,
            String order,
            boolean late,
            boolean newestFirst,
            Instant now) {}

    /** How many there are in each state, and {@code late}, whichever state and lateness is asked for. */
    Map<String, Long> counts(Query query);
}
