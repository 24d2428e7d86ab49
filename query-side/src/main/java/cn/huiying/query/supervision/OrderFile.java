package cn.huiying.query.supervision;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.CircularIssued;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.InterviewHeld;
import cn.huiying.shared.supervision.ListedSupervisionClosed;
import cn.huiying.shared.supervision.ListedSupervisionOpened;
import cn.huiying.shared.supervision.OfflineSupervisionRecorded;
import cn.huiying.shared.supervision.SupervisionAcknowledged;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEscalated;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionFeedbackSubmitted;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionReturned;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One order with everything that happened to it, folded from its own stream. For one thread. */
final class OrderFile {

    /**
     * One thing that happened.
     *
     * @param event its kind, as in the documentation of the events
     * @param role  of whoever did it; SYSTEM where nobody did
     * @param text  what was said; null where nothing was
     */
    record Step(String event, String eventText, Instant at, Role role, @Nullable String text) {}

    /** 反馈. */
    record Feedback(int round, String text, @Nullable String evidence, Instant at) {}

    /** What was done in person or on paper. */
    record OfflineRecord(String people, Instant heldAt, String place, DocumentId document, Instant recordedAt) {}

    ListedOrder order;
    String requirement;
    String jointConference;
    String result;
    final List<Feedback> feedback = new ArrayList<>();
    final List<OfflineRecord> records = new ArrayList<>();
    final List<Step> history = new ArrayList<>();

    void evolve(Recorded<SupervisionEvent> recorded, Role role) {
        order = ListedOrder.evolve(order, recorded);
        SupervisionEvent event = recorded.event();
        switch (event) {
            case SupervisionOrderDrafted e -> step(e, role, e.matter());
            case SupervisionOrderIssued e -> {
                requirement = e.requirement();
                jointConference = e.jointConference();
                step(e, role, e.requirement());
            }
            case ListedSupervisionOpened e -> step(e, role, null);
            case CircularIssued e -> step(e, role, null);
            case SupervisionAcknowledged e -> step(e, role, null);
            case SupervisionFeedbackSubmitted e -> {
                feedback.add(new Feedback(e.round(), e.text(), e.evidence(), e.at()));
                step(e, role, e.text());
            }
            case SupervisionReturned e -> step(e, role, e.reason());
            case SupervisionEscalated e -> {
                jointConference = e.jointConference() == null ? jointConference : e.jointConference();
                step(e, role, e.from().chinese() + "→" + e.to().chinese() + ":" + e.reason());
            }
            case OfflineSupervisionRecorded e -> {
                records.add(new OfflineRecord(e.people(), e.heldAt(), e.place(), e.document(), e.at()));
                step(e, role, e.people());
            }
            case InterviewHeld e -> step(e, role, null);
            case SupervisionHandedOver e -> step(e, role, e.from() + "→" + e.to());
            case SupervisionCompleted e -> {
                result = e.result();
                step(e, role, e.result());
            }
            case ListedSupervisionClosed e -> step(e, role, null);
            case SupervisionCancelled e -> {
                result = e.reason();
                step(e, role, e.reason());
            }
        }
    }

    private void step(SupervisionEvent event, Role role, String text) {
        history.add(new Step(
                event.getClass().getSimpleName(), SupervisionEventNames.chinese(event), event.at(), role, text));
    }
}
