package cn.huiying.query.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.OfflineSupervisionRecorded;
import cn.huiying.shared.supervision.SupervisionAcknowledged;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEscalated;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionFeedbackSubmitted;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionReturned;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.supervision.SupervisionTrigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedOrderTest {

    private static final SupervisionOrderId ID = new SupervisionOrderId("ORD-1");
    private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant DUE = Instant.parse("2026-12-03T16:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-09T16:00:00Z");

    private static final List<SupervisionEvent> LIFE = List.of(
            new SupervisionOrderDrafted(
                    ID,
                    SupervisionForm.E_ORDER,
                    SupervisionChannel.ONLINE,
                    SupervisionTrigger.OVERDUE,
                    "445224-114",
                    List.of(new PetitionId("PET-1")),
                    "超期",
                    AT),
            new SupervisionOrderIssued(
                    ID, "445224-114", SupervisionForm.LETTER, SupervisionChannel.OFFLINE, "答复", null, DUE, AT),
            new SupervisionAcknowledged(ID, "445224-114", AT),
            new OfflineSupervisionRecorded(ID, "督办科", AT, "镇政府", DocumentId.of("a".repeat(64)), AT),
            new SupervisionFeedbackSubmitted(ID, "445224-114", 1, "已答复", null, AT),
            new SupervisionReturned(ID, "445224-114", "不实", LATER, AT),
            new SupervisionEscalated(
                    ID,
                    "445224-114",
                    SupervisionForm.LETTER,
                    SupervisionForm.LISTED,
                    SupervisionChannel.ONLINE,
                    "仍不实",
                    "联席〔2026〕1号",
                    DUE,
                    AT),
            new SupervisionAcknowledged(ID, "445224-114", AT),
            new SupervisionFeedbackSubmitted(ID, "445224-114", 2, "已整改", null, AT),
            new SupervisionCompleted(ID, "445224-114", "已解决", AT));

    /** How it stands after each event. */
    private static List<ListedOrder> course() {
        List<ListedOrder> course = new ArrayList<>();
        ListedOrder order = null;
        for (int version = 0; version < LIFE.size(); version++) {
            order = ListedOrder.evolve(order, new Recorded<>(LIFE.get(version), version, 100 + version));
            course.add(order);
        }
        return course;
    }

    @Test
    void each_event_brings_the_order_into_its_state_with_the_moment_the_agency_answers_by() {
        assertThat(course().stream().map(ListedOrder::state))
                .containsExactly(
                        SupervisionState.DRAFT,
                        SupervisionState.ISSUED,
                        SupervisionState.ACKNOWLEDGED,
                        SupervisionState.ACKNOWLEDGED,
                        SupervisionState.FEEDBACK_SUBMITTED,
                        SupervisionState.RETURNED,
                        SupervisionState.ESCALATED,
                        SupervisionState.ACKNOWLEDGED,
                        SupervisionState.FEEDBACK_SUBMITTED,
                        SupervisionState.COMPLETED);
        assertThat(course().stream().map(ListedOrder::feedbackDueAt))
                .containsExactly(null, DUE, DUE, DUE, null, LATER, DUE, DUE, null, null);
        assertThat(course().get(1))
                .extracting(ListedOrder::form, ListedOrder::channel)
                .containsExactly(SupervisionForm.LETTER, SupervisionChannel.OFFLINE);
        assertThat(course().getLast())
                .extracting(ListedOrder::form, ListedOrder::channel)
                .containsExactly(SupervisionForm.LISTED, SupervisionChannel.ONLINE);
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        ListedOrder last = course().getLast();
        for (int version = 0; version < LIFE.size(); version++) {
            assertThat(ListedOrder.evolve(last, new Recorded<>(LIFE.get(version), version, 100 + version)))
                    .isSameAs(last);
        }
    }

    @Test
    void a_cancelled_order_is_late_no_more() {
        ListedOrder issued = course().get(1);
        assertThat(issued.late(DUE.minusMillis(1))).isFalse();
        assertThat(issued.late(DUE)).isTrue();
        assertThat(ListedOrder.evolve(
                                issued, new Recorded<>(new SupervisionCancelled(ID, "445224-114", "重复", AT), 2, 102))
                        .late(DUE))
                .isFalse();
    }
}
