package cn.huiying.shared.supervision;

import java.time.Instant;

/** What can happen in the life of a supervision order 督办件: the flat, past-tense list that every fold switches over. */
public sealed interface SupervisionEvent
        permits SupervisionOrderDrafted,
                SupervisionOrderIssued,
                ListedSupervisionOpened,
                CircularIssued,
                SupervisionAcknowledged,
                SupervisionFeedbackSubmitted,
                SupervisionReturned,
                SupervisionEscalated,
                SupervisionHandedOver,
                OfflineSupervisionRecorded,
                InterviewHeld,
                SupervisionCompleted,
                ListedSupervisionClosed,
                SupervisionCancelled {

    SupervisionOrderId orderId();

    /** When it happened. */
    Instant at();
}
