package cn.huiying.query.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalFeedbackReceived;
import cn.huiying.shared.supervision.ProposalHandedOver;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import cn.huiying.shared.supervision.ProposalWithdrawn;
import cn.huiying.shared.supervision.SupervisionOrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedProposalTest {

    private static final ProposalId ID = new ProposalId("PRO-1");
    private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant DUE = Instant.parse("2026-12-30T16:00:00Z");

    private static final List<ProposalEvent> LIFE = List.of(
            new ProposalIssued(
                    ID,
                    ProposalKind.IMPROVE_POLICY,
                    "445224-114",
                    "路灯管护",
                    "建议修订",
                    List.of(new PetitionId("PET-1")),
                    List.of(new SupervisionOrderId("ORD-1")),
                    DUE,
                    AT),
            new ProposalHandedOver(ID, "445224-114", "445224-101", AT),
            new ProposalFeedbackReceived(ID, "445224-101", Adoption.NOT_ADOPTED, "维持现状", "无权限", null, AT));

    private static List<ListedProposal> course(List<ProposalEvent> events) {
        List<ListedProposal> course = new ArrayList<>();
        ListedProposal proposal = null;
        for (int version = 0; version < events.size(); version++) {
            proposal = ListedProposal.evolve(proposal, new Recorded<>(events.get(version), version, 100 + version));
            course.add(proposal);
        }
        return course;
    }

    @Test
    void each_event_tells_who_has_to_answer_until_when() {
        List<ListedProposal> course = course(LIFE);
        assertThat(course.stream().map(ListedProposal::agency))
                .containsExactly("445224-114", "445224-101", "445224-101");
        assertThat(course.stream().map(ListedProposal::feedbackDueAt)).containsExactly(DUE, DUE, null);
        assertThat(course.stream().map(ListedProposal::state))
                .containsExactly(ProposalState.ISSUED, ProposalState.ISSUED, ProposalState.ANSWERED);
        assertThat(course.getLast().adoption()).isEqualTo(Adoption.NOT_ADOPTED);
        assertThat(course.getFirst().late(DUE.minusMillis(1))).isFalse();
        assertThat(course.getFirst().late(DUE)).isTrue();
    }

    @Test
    void a_withdrawn_proposal_is_late_no_more() {
        ListedProposal withdrawn = course(List.of(LIFE.getFirst(), new ProposalWithdrawn(ID, "445224-114", "已变", AT)))
                .getLast();
        assertThat(withdrawn.state()).isEqualTo(ProposalState.WITHDRAWN);
        assertThat(withdrawn.late(DUE)).isFalse();
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        ListedProposal last = course(LIFE).getLast();
        for (int version = 0; version < LIFE.size(); version++) {
            assertThat(ListedProposal.evolve(last, new Recorded<>(LIFE.get(version), version, 100 + version)))
                    .isSameAs(last);
        }
    }
}
