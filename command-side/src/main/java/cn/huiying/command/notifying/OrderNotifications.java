package cn.huiying.command.notifying;

import cn.huiying.command.notifying.Notification.Text;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.CircularIssued;
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
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is told what of an event of a supervision order. What the order says is read on the platform: it may be about an accusation
 * (Art. 30).
 */
final class OrderNotifications {

    /** An event of a supervision order as it stands in the log. */
    record OrderHappening(String id, long position, Instant recordedAt, SupervisionEvent event) implements Occurrence {}

    private final OrderHappening happening;
    private final List<Notification> told = new ArrayList<>();

    private OrderNotifications(OrderHappening happening) {
        this.happening = happening;
    }

    static List<Notification> of(OrderHappening happening) {
        OrderNotifications notifications = new OrderNotifications(happening);
        notifications.tell(happening.event());
        return List.copyOf(notifications.told);
    }

    private void tell(SupervisionEvent event) {
        switch (event) {
            case SupervisionOrderIssued e ->
                agency(
                        e.agency(),
                        NotificationKind.ORDER_ISSUED,
                        e.form().chinese(),
                        e.form().name(),
                        e.feedbackDueAt());
            case SupervisionReturned e ->
                agency(
                        e.agency(),
                        NotificationKind.ORDER_RETURNED,
                        "反馈退回重报",
                        "the feedback does not do",
                        e.feedbackDueAt());
            case SupervisionEscalated e ->
                agency(
                        e.agency(),
                        NotificationKind.ORDER_ESCALATED,
                        "升级为" + e.to().chinese(),
                        "it goes on as " + e.to().name(),
                        e.feedbackDueAt());
            case SupervisionHandedOver e -> {
                if (e.issued()) {
                    agency(
                            e.to(),
                            NotificationKind.ORDER_HANDED_OVER,
                            "由 " + e.from() + " 转来,由你单位反馈",
                            "it comes from " + e.from() + " and is yours to answer now",
                            null);
                }
            }
            case SupervisionCompleted e ->
                agency(e.agency(), NotificationKind.ORDER_ENDED, "已销号", "it has done its work", null);
            case SupervisionCancelled e -> {
                if (e.agency() != null) {
                    agency(e.agency(), NotificationKind.ORDER_ENDED, "已撤销", "it no longer stands", null);
                }
            }
            case SupervisionFeedbackSubmitted e ->
                add(
                        new Recipient(Role.SUPERVISOR, null),
                        NotificationKind.ORDER_ANSWERED,
                        e.agency() + " 已反馈",
                        e.agency() + " has answered");
            case SupervisionOrderDrafted e -> {}
            case SupervisionAcknowledged e -> {}
            case OfflineSupervisionRecorded e -> {}
            case InterviewHeld e -> {}
            case CircularIssued e -> {}
            case ListedSupervisionOpened e -> {}
            case ListedSupervisionClosed e -> {}
        }
    }

    /** @param dueAt until when it has to answer; null where it has not to */
    private void agency(String code, NotificationKind kind, String chinese, String english, Instant dueAt) {
        String by = dueAt == null ? "" : ",请于 " + WorkCalendar.text(dueAt) + " 前反馈";
        String byInEnglish = dueAt == null ? "" : "; answer by " + WorkCalendar.text(dueAt);
        for (Role role : List.of(Role.AGENCY_HANDLER, Role.AGENCY_LEADER)) {
            add(new Recipient(role, code), kind, chinese + by, english + byInEnglish);
        }
    }

    private void add(Recipient recipient, NotificationKind kind, String chinese, String english) {
        String order = happening.event().orderId().value();
        told.add(new Notification(
                Notification.idOf(happening.id(), recipient),
                kind,
                new Text(kind.chinese(), kind.english()),
                recipient,
                null,
                null,
                order,
                null,
                null,
                happening.position(),
                happening.event().at(),
                new Text("督办件 " + order + ":" + chinese + "。", "Order " + order + ": " + english + ".")));
    }
}
