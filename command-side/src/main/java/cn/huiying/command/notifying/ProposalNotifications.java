package cn.huiying.command.notifying;

import cn.huiying.command.notifying.Notification.Text;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalFeedbackReceived;
import cn.huiying.shared.supervision.ProposalHandedOver;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.ProposalWithdrawn;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who is told what of an event of a proposal. What the proposal says is read on the platform. */
final class ProposalNotifications {

    /** An event of a proposal as it stands in the log. */
    record ProposalHappening(String id, long position, Instant recordedAt, ProposalEvent event) implements Occurrence {}

    private ProposalNotifications() {}

    static List<Notification> of(ProposalHappening happening) {
        return switch (happening.event()) {
            case ProposalIssued e ->
                agency(
                        happening,
                        e.agency(),
                        NotificationKind.PROPOSAL_ISSUED,
                        e.kind().chinese() + until(e.feedbackDueAt(), ",请于 ", " 前书面反馈采纳情况"),
                        e.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + until(e.feedbackDueAt(), "; tell in writing what you adopt by ", ""));
            case ProposalHandedOver e ->
                agency(
                        happening,
                        e.to(),
                        NotificationKind.PROPOSAL_HANDED_OVER,
                        "由 " + e.from() + " 转来,由你单位反馈",
                        "it comes from " + e.from() + " and is yours to answer now");
            case ProposalWithdrawn e ->
                agency(happening, e.agency(), NotificationKind.PROPOSAL_WITHDRAWN, "已撤回", "it no longer stands");
            case ProposalFeedbackReceived e ->
                List.of(told(
                        happening,
                        new Recipient(Role.BUREAU_LEADER, null),
                        NotificationKind.PROPOSAL_ANSWERED,
                        e.agency() + " 已反馈:" + e.adoption().chinese(),
                        e.agency() + " has answered: "
                                + e.adoption().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        };
    }

    private static String until(Instant dueAt, String before, String after) {
        return dueAt == null ? "" : before + WorkCalendar.text(dueAt) + after;
    }

    private static List<Notification> agency(
            ProposalHappening happening, String code, NotificationKind kind, String chinese, String english) {
        return Stream.of(Role.AGENCY_HANDLER, Role.AGENCY_LEADER)
                .map(role -> told(happening, new Recipient(role, code), kind, chinese, english))
                .toList();
    }

    private static Notification told(
            ProposalHappening happening, Recipient recipient, NotificationKind kind, String chinese, String english) {
        String proposal = happening.event().proposalId().value();
        return new Notification(
                Notification.idOf(happening.id(), recipient),
                kind,
                new Text(kind.chinese(), kind.english()),
                recipient,
                null,
                null,
                null,
                proposal,
                null,
                happening.position(),
                happening.event().at(),
                new Text("建议 " + proposal + ":" + chinese + "。", "Proposal " + proposal + ": " + english + "."));
    }
}
