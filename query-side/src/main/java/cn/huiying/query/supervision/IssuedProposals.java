package cn.huiying.query.supervision;

import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import java.time.Instant;
import java.util.List;

/** What became of the proposals 三项建议 of a period. */
public interface IssuedProposals {

    /** @param adoption null without feedback */
    record Issued(ProposalKind kind, ProposalState state, Adoption adoption) {}

    /** @param to exclusive */
    List<Issued> issued(Instant from, Instant to);
}
