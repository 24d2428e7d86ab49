package cn.huiying.command.notifying;

import cn.huiying.command.notifying.Notification.Text;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.AttachmentAdded;
import cn.huiying.shared.petition.AttachmentHidden;
import cn.huiying.shared.petition.AttachmentRemoved;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClockResumed;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerProposed;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CoHandlerSigned;
import cn.huiying.shared.petition.ConversionNoted;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.DelayExplained;
import cn.huiying.shared.petition.EvaluationChallenged;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.EvaluationUpheld;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.ExtensionRefused;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionPutUnderSupervision;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReleasedFromSupervision;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionReportedByMedia;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.RecusalDeclared;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.SuggestionStudied;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.OnBreach;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is told what of an event. The same event always tells the same people the same, and a recipient at most once.
 *
 * <p>An agency is told of its assignment by the deadlines that are set with it, for they are what it has to know.
 */
final class Notifications {

    /** What happened longer ago when it was recorded is history that was brought in: nobody waits for word of it. */
    static final Duration HISTORY = Duration.ofDays(3);

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final int SHORT = 200;

    /** An event of a petition as it stands in the log. */
    record Happening(String id, long position, Instant recordedAt, PetitionEvent event) implements Occurrence {}

    private final Happening happening;
    private final NotifiedPetition petition;
    private final BiPredicate<String, String> isOrIsUnder;
    private final boolean accusation;
    private final List<Notification> told = new ArrayList<>();

    private Notifications(Happening happening, NotifiedPetition petition, BiPredicate<String, String> isOrIsUnder) {
        this.happening = happening;
        this.petition = petition;
        this.isOrIsUnder = isOrIsUnder;
        this.accusation = petition.accusation()
                || happening.event() instanceof PetitionAccepted accepted
                        && accepted.petitionClass() == PetitionClass.ACCUSATION;
    }

    /**
     * What an event gives cause to tell.
     *
     * @param before      the petition before the event; null where it has ended or has just begun
     * @param isOrIsUnder whether an agency is another one or is under it
     */
    static List<Notification> of(
            Happening happening, NotifiedPetition before, BiPredicate<String, String> isOrIsUnder) {
        if (before == null
                || before.imported()
                        && happening
                                .event()
                                .at()
                                .isBefore(happening.recordedAt().minus(HISTORY))) {
            return List.of();
        }
        Notifications notifications = new Notifications(happening, before, isOrIsUnder);
        notifications.tell(happening.event());
        return List.copyOf(notifications.told);
    }

    private void tell(PetitionEvent event) {
        switch (event) {
            case PetitionSubmitted e -> {}
            case CorrectionRequested e ->
                author(
                        NotificationKind.CORRECTION_ASKED,
                        "请于 " + WorkCalendar.text(e.correctBy()) + " 前补正:" + brief(e.reason()),
                        "please correct it by " + WorkCalendar.text(e.correctBy()) + ": " + brief(e.reason()));
            case PetitionCorrected e -> {}
            case CorrectionLapsed e ->
                author(
                        NotificationKind.CORRECTION_LAPSED,
                        "至 " + WorkCalendar.text(e.dueAt()) + " 未补正,视为撤回",
                        "it was not corrected by " + WorkCalendar.text(e.dueAt()) + " and counts as withdrawn");
            case PetitionNotAccepted e ->
                author(
                        NotificationKind.NOT_ACCEPTED,
                        "不予受理(" + e.reasonCode().chinese() + "):" + brief(e.text()),
                        "it is not accepted (" + words(e.reasonCode()) + "): " + brief(e.text()));
            case PetitionRedirected e ->
                author(
                        NotificationKind.REDIRECTED,
                        "请通过" + e.target().chinese() + "途径反映:" + brief(e.text()),
                        "it belongs to another route (" + words(e.target()) + "): " + brief(e.text()));
            case PetitionMerged e ->
                author(
                        NotificationKind.MERGED,
                        "与您此前的留言合并办理:" + brief(e.text()),
                        "it is handled with your earlier petition: " + brief(e.text()));
            case PetitionAccepted e -> author(NotificationKind.ACCEPTED, "已受理", "it is accepted");
            case PetitionDispatched e -> dispatched(e.agency());
            case AgencyDesignated e -> dispatched(e.agency());
            case AssignmentSigned e -> {}
            case ReturnRequested e ->
                bureau(
                        NotificationKind.RETURN_REQUESTED,
                        e.agency() + " 申请退单:" + brief(e.reason()),
                        e.agency() + " asks for a return: " + brief(e.reason()));
            case ReturnGranted e ->
                agency(
                        e.agency(),
                        NotificationKind.RETURN_DECIDED,
                        "同意退单:" + brief(e.reason()),
                        "the return is granted: " + brief(e.reason()));
            case ReturnRefused e ->
                agency(
                        e.agency(),
                        NotificationKind.RETURN_DECIDED,
                        "不同意退单:" + brief(e.reason()),
                        "the return is refused: " + brief(e.reason()));
            case CitizenContacted e -> {}
            case SiteVisitRecorded e -> {}
            case ProgressPosted e ->
                author(
                        NotificationKind.INTERIM_REPLY,
                        "有阶段性答复,请登录查看",
                        "there is an interim reply; please log in to read it");
            case ReplySubmitted e -> {}
            case ReplySentBack e ->
                agency(
                        petition.lead(),
                        NotificationKind.REPLY_SENT_BACK,
                        "答复退回修改:" + brief(e.reason()),
                        "the reply has to be rewritten: " + brief(e.reason()));
            case ReplyApproved e -> {
                if (e.bureauCheckDue()) {
                    bureau(
                            NotificationKind.REPLY_TO_CONFIRM,
                            "答复已经单位审核,待复核",
                            "the agency stands by the reply; it is to be checked");
                }
            }
            case ReplyConfirmed e -> {}
            case PetitionResolved e ->
                author(
                        NotificationKind.RESOLVED,
                        "已办结(" + e.outcome().chinese() + "),请登录查看答复,并于 " + WorkCalendar.text(e.evaluateBy()) + " 前评价",
                        "it is answered (" + words(e.outcome()) + "); please log in to read the reply, and rate it by "
                                + WorkCalendar.text(e.evaluateBy()));
            case PetitionEvaluated e -> {}
            case CallbackRequired e ->
                bureau(
                        NotificationKind.CALLBACK_REQUIRED,
                        "群众不满意,请于 " + WorkCalendar.text(e.callBackBy()) + " 前回访",
                        "the author is dissatisfied; call back by " + WorkCalendar.text(e.callBackBy()));
            case EvaluationLapsed e -> {}
            case PetitionClosed e -> {}
            case PetitionWithdrawn e -> handlingEnded("群众已撤回", "its author took it back");
            case PetitionPublished e -> {}
            case PublicReplyPublished e -> {}
            case PetitionTakenDown e -> {}
            case CoHandlerProposed e -> {}
            case CoHandlerAdded e ->
                agency(
                        e.agency(),
                        NotificationKind.CO_HANDLER_ADDED,
                        "由 " + petition.lead() + " 主办,请协办:" + brief(e.reason()),
                        petition.lead() + " leads; please take part: " + brief(e.reason()));
            case CoHandlerRemoved e ->
                agency(
                        e.agency(),
                        NotificationKind.CO_HANDLER_REMOVED,
                        "不再需要协办:" + brief(e.reason()),
                        "you need not take part any more: " + brief(e.reason()));
            case CoHandlerSigned e -> {}
            case CoHandlerReported e -> {}
            case LeadChanged e ->
                agency(
                        e.to(),
                        NotificationKind.HANDED_OVER,
                        "由 " + e.from() + " 转来,由你单位主办" + until("办结", petition.concludeBy()),
                        "it comes from " + e.from() + " and is yours now"
                                + untilInEnglish("final reply", petition.concludeBy()));
            case RecusalDeclared e -> {}
            case ExtensionRequested e ->
                bureau(
                        NotificationKind.EXTENSION_REQUESTED,
                        petition.lead() + " 申请延期(" + e.code() + "):" + brief(e.reason()),
                        petition.lead() + " asks for an extension (" + e.code() + "): " + brief(e.reason()));
            case ExtensionGranted e ->
                agency(
                        petition.lead(),
                        NotificationKind.EXTENSION_DECIDED,
                        "同意延期(" + e.code() + "):" + brief(e.reason()),
                        "the extension is granted (" + e.code() + "): " + brief(e.reason()));
            case ExtensionRefused e ->
                agency(
                        petition.lead(),
                        NotificationKind.EXTENSION_DECIDED,
                        "不同意延期(" + e.code() + "):" + brief(e.reason()),
                        "the extension is refused (" + e.code() + "): " + brief(e.reason()));
            case ClockPaused e ->
                author(
                        NotificationKind.CLOCK_PAUSED,
                        "暂停计时(" + e.reasonCode().chinese() + "),至迟 " + WorkCalendar.text(e.until()) + " 恢复:"
                                + brief(e.reason()),
                        "the clock stands still (" + words(e.reasonCode()) + ") until " + WorkCalendar.text(e.until())
                                + " at the latest: " + brief(e.reason()));
            case ClockResumed e -> author(NotificationKind.CLOCK_RESUMED, "已恢复计时", "the clock runs again");
            case DelayExplained e -> {}
            case HandlingTerminated e -> {
                author(
                        NotificationKind.TERMINATED,
                        "终止办理(" + e.reasonCode().chinese() + "):" + brief(e.text()),
                        "it is not handled further (" + words(e.reasonCode()) + "): " + brief(e.text()));
                handlingEnded("信访局已终止办理", "the bureau terminated it");
            }
            case CallbackRecorded e -> {}
            case EvaluationChallenged e -> {}
            case EvaluationUpheld e ->
                agency(
                        petition.lead(),
                        NotificationKind.RATING_DECIDED,
                        "评价维持:" + brief(e.reason()),
                        "the rating counts: " + brief(e.reason()));
            case EvaluationExcluded e ->
                agency(
                        petition.lead(),
                        NotificationKind.RATING_DECIDED,
                        "评价剔除:" + brief(e.reason()),
                        "the rating does not count: " + brief(e.reason()));
            case PetitionReopened e ->
                author(
                        NotificationKind.REOPENED,
                        "重新办理:" + brief(e.reason()),
                        "it is handled again: " + brief(e.reason()));
            case ReexaminationRequested e ->
                bureau(NotificationKind.REEXAMINATION_REQUESTED, "群众申请复查", "its author asks for a re-examination");
            case ReexaminationConcluded e ->
                author(
                        NotificationKind.REEXAMINATION_OPINION,
                        "复查意见:" + e.outcome().chinese() + ",请登录查看",
                        "the re-examination's opinion: " + words(e.outcome()) + "; please log in to read it");
            case ReviewRequested e ->
                bureau(NotificationKind.REVIEW_REQUESTED, "群众申请复核", "its author asks for a review");
            case ReviewConcluded e ->
                author(
                        NotificationKind.REVIEW_OPINION,
                        "复核意见:" + e.outcome().chinese() + ",请登录查看",
                        "the review's opinion: " + words(e.outcome()) + "; please log in to read it");
            case PetitionArchived e -> {}
            case PetitionResectioned e -> {}
            case AttachmentAdded e -> {}
            case AttachmentRemoved e -> {}
            case AttachmentHidden e -> {}
            case PetitionPutUnderSupervision e -> {}
            case PetitionReleasedFromSupervision e -> {}
            case PetitionReportedByMedia e -> {}
            case SuggestionStudied e -> {}
            case SuggestionSelected e ->
                author(NotificationKind.SUGGESTION_SELECTED, "已评为优秀建议", "it was selected as an outstanding suggestion");
            case SuggestionRewarded e ->
                author(
                        NotificationKind.SUGGESTION_REWARDED,
                        e.kind().chinese() + ":" + brief(e.text()),
                        "you are rewarded (" + words(e.kind()) + "): " + brief(e.text()));
            case ConversionNoted e ->
                author(
                        NotificationKind.SUGGESTION_CONVERTED,
                        e.state().chinese() + ":" + brief(e.title()) + "(" + e.agency() + ")",
                        "it became a measure of " + e.agency() + " (" + words(e.state()) + "): " + brief(e.title()));
            case DeadlineSet e -> set(e);
            case DeadlineChanged e -> changed(e);
            case DeadlineRecalculated e -> {
                if (e.deadline().duty().concludes() && !e.deadline().dueAt().equals(e.dueBefore())) {
                    moved(NotificationKind.DEADLINE_MOVED, e.deadline(), e.reason());
                }
            }
            case YellowAlertRaised e -> warned(e);
            case RedAlertRaised e -> overdue(e);
            case DeadlineMet e -> {}
            case DeadlineMissed e -> missed(e);
            case DeadlineEscalated e -> escalated(e);
        }
    }

    private void dispatched(String agency) {
        author(NotificationKind.DISPATCHED, "已交 " + agency + " 办理", "it was dispatched to " + agency);
    }

    private void handlingEnded(String chinese, String english) {
        if (petition.lead() != null) {
            agency(petition.lead(), NotificationKind.HANDLING_ENDED, chinese, english);
            petition.coHandlers().forEach(agency -> agency(agency, NotificationKind.HANDLING_ENDED, chinese, english));
        }
    }

    private void set(DeadlineSet event) {
        NotifiedPetition now = petition.evolve(event);
        if (event.start() == Start.DISPATCH) {
            Instant sign = event.deadlines().stream()
                    .filter(deadline -> deadline.duty() == Duty.SIGN)
                    .map(Deadline::dueAt)
                    .findFirst()
                    .orElse(null);
            agency(
                    petition.lead(),
                    petition.designated() ? NotificationKind.DESIGNATED : NotificationKind.ASSIGNED,
                    (petition.designated() ? "指定由你单位承办" : "交由你单位承办")
                            + until("签收", sign)
                            + until("办结", now.concludeBy()),
                    (petition.designated() ? "you are designated to handle it" : "it is assigned to you")
                            + untilInEnglish("sign", sign)
                            + untilInEnglish("final reply", now.concludeBy()));
        } else if (event.start() == Start.REOPENING) {
            agency(
                    petition.lead(),
                    NotificationKind.HANDLE_AGAIN,
                    "须重新办理" + until("办结", now.concludeBy()),
                    "it is to be handled again" + untilInEnglish("final reply", now.concludeBy()));
        }
    }

    private void changed(DeadlineChanged event) {
        Deadline deadline = event.deadline();
        NotifiedPetition.Limit before = petition.limits().get(deadline.code());
        // The new moment comes right behind the grant: the author is told both in one, with the reason (Art. 34).
        boolean extended = deadline.extension() > (before == null ? 0 : before.extension());
        if (extended || deadline.duty().concludes()) {
            moved(
                    extended ? NotificationKind.EXTENSION_TOLD : NotificationKind.DEADLINE_MOVED,
                    deadline,
                    event.reason());
        }
    }

    private void moved(NotificationKind kind, Deadline deadline, String reason) {
        author(
                kind,
                deadline.duty().chinese() + "时限变更为 " + WorkCalendar.text(deadline.dueAt()) + ":" + brief(reason),
                deadline.duty().english() + " is now due " + WorkCalendar.text(deadline.dueAt()) + ": "
                        + brief(reason));
    }

    private void warned(YellowAlertRaised event) {
        Duty duty = Duty.of(event.code());
        String chinese = duty.chinese() + "将于 " + WorkCalendar.text(event.dueAt()) + " 届满";
        String english = duty.english() + " is due " + WorkCalendar.text(event.dueAt());
        if (duty.isTheBureaus()) {
            bureau(NotificationKind.BUREAU_WARNED, chinese, english);
        } else {
            agency(petition.lead(), NotificationKind.REMINDER, chinese, english);
        }
    }

    private void overdue(RedAlertRaised event) {
        Duty duty = Duty.of(event.code());
        String chinese = duty.chinese() + "已于 " + WorkCalendar.text(event.at()) + " 超期";
        String english = duty.english() + " was due " + WorkCalendar.text(event.at());
        OnBreach onBreach = petition.onBreach(event.code());
        if (duty.isTheBureaus()) {
            bureau(NotificationKind.BUREAU_OVERDUE, chinese, english);
        } else {
            NotificationKind kind =
                    onBreach == OnBreach.LADDER ? NotificationKind.ELECTRONIC_ORDER : NotificationKind.OVERDUE;
            agency(petition.lead(), kind, chinese, english);
            agency(Role.AGENCY_LEADER, petition.lead(), kind, chinese, english);
        }
        if (onBreach == OnBreach.BUREAU_LEADER || onBreach == OnBreach.ESCALATE) {
            office(Role.BUREAU_LEADER, NotificationKind.RED_TO_LEADER, chinese, english);
        }
    }

    private void missed(DeadlineMissed event) {
        Duty duty = Duty.of(event.code());
        String chinese = duty.chinese() + "已于 " + WorkCalendar.text(event.at()) + " 逾期";
        String english = duty.english() + " was due " + WorkCalendar.text(event.at()) + " and was not done";
        OnBreach onBreach = petition.onBreach(event.code());
        if (onBreach == OnBreach.COMPLIANCE_ALARM) {
            office(Role.BUREAU_LEADER, NotificationKind.LEGAL_LIMIT_BROKEN, chinese, english);
        } else if (onBreach == OnBreach.REMINDER_THEN_SUPERVISION) {
            office(Role.SUPERVISOR, NotificationKind.SUPERVISION_TASK, chinese, english);
        }
    }

    private void escalated(DeadlineEscalated event) {
        Duty duty = Duty.of(event.code());
        String lead = petition.lead() == null ? "" : petition.lead() + " ";
        String chinese = lead + duty.chinese() + "逾期,自 " + WorkCalendar.text(event.at()) + " 起"
                + event.step().chinese();
        String english = lead + "is late with " + duty.english() + "; since " + WorkCalendar.text(event.at()) + ": "
                + words(event.step());
        switch (event.step()) {
            case SUPERVISOR_TASK -> {
                office(Role.SUPERVISOR, NotificationKind.SUPERVISION_TASK, chinese, english);
                office(Role.BUREAU_LEADER, NotificationKind.SUPERVISION_LISTED, chinese, english);
            }
            case CIRCULAR_DRAFT -> office(Role.SUPERVISOR, NotificationKind.CIRCULAR_DRAFT, chinese, english);
        }
    }

    private void author(NotificationKind kind, String chinese, String english) {
        add(new Recipient(Role.CITIZEN, petition.author().value()), kind, chinese, english);
    }

    private void bureau(NotificationKind kind, String chinese, String english) {
        office(Role.INTAKE_OFFICER, kind, chinese, english);
        if (petition.county() != null) {
            add(new Recipient(Role.COUNTY_OFFICER, petition.county()), kind, chinese, english);
        }
    }

    private void office(Role role, NotificationKind kind, String chinese, String english) {
        add(new Recipient(role, null), kind, chinese, english);
    }

    private void agency(String code, NotificationKind kind, String chinese, String english) {
        agency(Role.AGENCY_HANDLER, code, kind, chinese, english);
    }

    private void agency(Role role, String code, NotificationKind kind, String chinese, String english) {
        if (code == null) {
            return;
        }
        if (petition.accused() != null && isOrIsUnder.test(code, petition.accused())) {
            // It is never dispatched there; should it come to that, silence does the least harm (Arts. 30, 46(5)).
            log.error("{} is not told of {}: it is accused", code, petition.number());
            return;
        }
        add(new Recipient(role, code), kind, chinese, english);
    }

    private void add(Recipient recipient, NotificationKind kind, String chinese, String english) {
        // Of an accusation nothing but the number leaves the platform (Art. 30).
        Text text = accusation
                ? new Text("留言 " + petition.number() + "。", "Petition " + petition.number() + ".")
                : new Text(
                        "留言 " + petition.number() + ":" + sentence(chinese, "。"),
                        "Petition " + petition.number() + ": " + sentence(english, "."));
        told.add(new Notification(
                Notification.idOf(happening.id(), recipient),
                kind,
                new Text(kind.chinese(), kind.english()),
                recipient,
                petition.petition(),
                petition.number(),
                null,
                null,
                null,
                happening.position(),
                happening.event().at(),
                text));
    }

    /** Without a colon that nothing follows, and with one full stop. */
    private static String sentence(String words, String stop) {
        String text = words.strip().replaceAll("[::]$", "");
        return text.matches("(?s).*[。.!?!?…]") ? text : text + stop;
    }

    private static String until(String what, Instant moment) {
        return moment == null ? "" : "," + what + "时限 " + WorkCalendar.text(moment);
    }

    private static String untilInEnglish(String what, Instant moment) {
        return moment == null ? "" : "; " + what + " by " + WorkCalendar.text(moment);
    }

    private static String brief(String text) {
        String line = text == null ? "" : text.strip();
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
