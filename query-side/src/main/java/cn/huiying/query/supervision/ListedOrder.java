package cn.huiying.query.supervision;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.CircularIssued;
import cn.huiying.shared.supervision.InterviewHeld;
import cn.huiying.shared.supervision.ListedSupervisionClosed;
import cn.huiying.shared.supervision.ListedSupervisionOpened;
import cn.huiying.shared.supervision.OfflineSupervisionRecorded;
import cn.huiying.shared.supervision.SupervisionAcknowledged;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEscalated;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionFeedbackSubmitted;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionReturned;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.supervision.SupervisionTrigger;
import java.time.Instant;
import java.util.List;

/**
 * What the lists show of an order.
 *
 * @param feedbackDueAt until when the agency has to answer; null while it has not to
 * @param version       sequence number of the last event
 */
public record ListedOrder(
        String id,
        SupervisionForm form,
        SupervisionChannel channel,
        SupervisionTrigger trigger,
        String agency,
        List<String> petitions,
        String matter,
        SupervisionState state,
        Instant draftedAt,
        Instant feedbackDueAt,
        long version) {

    /** @param order null before the first event; an event applied already changes nothing */
    public static ListedOrder evolve(ListedOrder order, Recorded<SupervisionEvent> recorded) {
        if (order != null && recorded.version() <= order.version()) {
            return order;
        }
        long version = recorded.version();
        return switch (recorded.event()) {
            case SupervisionOrderDrafted e ->
                new ListedOrder(
                        e.orderId().value(),
                        e.form(),
                        e.channel(),
                        e.trigger(),
                        e.agency(),
                        e.petitions().stream().map(PetitionId::value).toList(),
                        e.matter(),
                        SupervisionState.DRAFT,
                        e.at(),
                        null,
                        version);
            case SupervisionOrderIssued e ->
                order.as(e.form(), e.channel(), SupervisionState.ISSUED, e.feedbackDueAt(), version);
            case SupervisionAcknowledged e -> order.in(SupervisionState.ACKNOWLEDGED, order.feedbackDueAt(), version);
            case SupervisionFeedbackSubmitted e -> order.in(SupervisionState.FEEDBACK_SUBMITTED, null, version);
            case SupervisionReturned e -> order.in(SupervisionState.RETURNED, e.feedbackDueAt(), version);
            case SupervisionEscalated e ->
                order.as(e.to(), e.channel(), SupervisionState.ESCALATED, e.feedbackDueAt(), version);
            case SupervisionCompleted e -> order.in(SupervisionState.COMPLETED, null, version);
            case SupervisionCancelled e -> order.in(SupervisionState.CANCELLED, null, version);
            case SupervisionHandedOver e -> order.to(e.to(), version);
            case OfflineSupervisionRecorded e -> order.in(order.state(), order.feedbackDueAt(), version);
            case InterviewHeld e -> order.in(order.state(), order.feedbackDueAt(), version);
            case CircularIssued e -> order.in(order.state(), order.feedbackDueAt(), version);
            case ListedSupervisionOpened e -> order.in(order.state(), order.feedbackDueAt(), version);
            case ListedSupervisionClosed e -> order.in(order.state(), order.feedbackDueAt(), version);
        };
    }

    private ListedOrder to(String successor, long at) {
        return new ListedOrder(
                id, form, channel, trigger, successor, petitions, matter, state, draftedAt, feedbackDueAt, at);
    }

    private ListedOrder in(SupervisionState changed, Instant dueAt, long at) {
        return as(form, channel, changed, dueAt, at);
    }

    private ListedOrder as(
            SupervisionForm changedForm,
            SupervisionChannel changedChannel,
            SupervisionState changed,
            Instant dueAt,
            long at) {
        return new ListedOrder(
                id, changedForm, changedChannel, trigger, agency, petitions, matter, changed, draftedAt, dueAt, at);
    }

    /** Whether the agency should have answered. */
    public boolean late(Instant now) {
        return feedbackDueAt != null && !now.isBefore(feedbackDueAt);
    }
}
