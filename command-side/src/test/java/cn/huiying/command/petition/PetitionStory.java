package cn.huiying.command.petition;

import static cn.huiying.command.petition.People.sealed;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.AttachmentAdded;
import cn.huiying.shared.petition.AttachmentHidden;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.AttachmentRemoved;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerProposed;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CoHandlerSigned;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.EvaluationChallenged;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.ExtensionRefused;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.NotAcceptedReason;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.RecusalDeclared;
import cn.huiying.shared.petition.RedirectTarget;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.DueMoment;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of one petition, as the events that made it. First what the petition is, then what happened; a step fills in
 * those of the main road that come before it. Everything happens at one moment unless {@link #at} moves the clock.
 */
final class PetitionStory {

    static final PetitionId PETITION = new PetitionId("PET-1");
    static final AttachmentId PICTURE = new AttachmentId("ATT-1");

    private static final WorkCalendar CALENDAR = WorkCalendar.shipped();

    private final List<PetitionEvent> events = new ArrayList<>();
    private final PetitionId id;
    private Instant now;
    private AccountId author = People.AUTHORS_ACCOUNT;
    private Section section = Section.MASS_MESSAGE;
    private Board board = Board.COUNTY_LEADER;
    private PetitionType type = PetitionType.HELP;
    private PetitionClass petitionClass = PetitionClass.CLAIM;
    private LimitClass limitClass = LimitClass.C7;
    private Urgency urgency = Urgency.NORMAL;
    private VisibilityWish wish = VisibilityWish.PUBLIC;
    private String accused;
    private String source;
    private int replies;
    private ReplyOutcome outcome = ReplyOutcome.SUPPORTED;
    private TimeRules rules;

    private PetitionStory(PetitionId id, Instant now) {
        this.id = id;
        this.now = now;
    }

    /** A cry for help from Huilai county that its author lets everyone see. */
    static PetitionStory aPetition() {
        return aPetition(Moments.MONDAY);
    }

    static PetitionStory aPetition(Instant from) {
        return new PetitionStory(PETITION, from);
    }

    static PetitionStory aPetition(PetitionId id) {
        return new PetitionStory(id, Moments.MONDAY);
    }

    // What it is.

    PetitionStory by(AccountId account) {
        author = account;
        return this;
    }

    PetitionStory in(Section given) {
        section = given;
        return this;
    }

    PetitionStory onTheCityBoard() {
        board = Board.MUNICIPAL_LEADER;
        return this;
    }

    PetitionStory ofType(PetitionType given) {
        type = given;
        return this;
    }

    PetitionStory urgency(Urgency given) {
        urgency = given;
        return this;
    }

    PetitionStory wishing(VisibilityWish given) {
        wish = given;
        return this;
    }

    PetitionStory importedFromAnotherBoard() {
        source = "another-board";
        return this;
    }

    /** @param agency null for an accusation of nobody in the directory */
    PetitionStory accusing(String agency) {
        petitionClass = PetitionClass.ACCUSATION;
        accused = agency;
        return this;
    }

    PetitionStory adopted() {
        return answeredBy(ReplyOutcome.ADOPTED);
    }

    PetitionStory answeredBy(ReplyOutcome given) {
        outcome = given;
        return this;
    }

    PetitionStory ofClass(PetitionClass given) {
        petitionClass = given;
        return this;
    }

    PetitionStory limitClass(LimitClass given) {
        limitClass = given;
        return this;
    }

    /** With its deadlines, and what follows from them, as the events before a step leave them. */
    PetitionStory underPolicy(String code) {
        rules = new TimeRules(new Policies(List.of(PolicyFiles.builtIn(code, 1))), CALENDAR);
        return this;
    }

    /** Null where no policy is in force. */
    TimeRules rules() {
        return rules;
    }

    // When it happened.

    PetitionStory at(Instant moment) {
        now = moment;
        return this;
    }

    // What happened.

    PetitionStory submitted() {
        boolean complaint = type == PetitionType.COMPLAINT;
        boolean suggestion = section == Section.SUGGESTION && source == null;
        return then(new PetitionSubmitted(
                id,
                "JY20230306000001",
                author,
                section,
                board,
                type,
                "城建",
                "445224",
                wish,
                "王***",
                sealed("PetitionSubmitted.title"),
                complaint || suggestion ? null : sealed("PetitionSubmitted.body"),
                complaint ? sealed("PetitionSubmitted.claim") : null,
                null,
                null,
                null,
                null,
                null,
                suggestion ? sealed("PetitionSubmitted.reason") : null,
                suggestion ? sealed("PetitionSubmitted.proposal") : null,
                "2023-01",
                source,
                now));
    }

    PetitionStory awaitingCorrection() {
        onceSubmitted();
        return then(new CorrectionRequested(
                id, "请补充地址", CALENDAR.endOfWorkday(now, 5), CALENDAR.endOfWorkday(now, 2), now));
    }

    PetitionStory corrected() {
        return then(new PetitionCorrected(id, sealed("PetitionCorrected.title"), null, null, null, null, null, now));
    }

    PetitionStory lapsedUncorrected() {
        awaitingCorrection();
        return then(new CorrectionLapsed(id, CALENDAR.endOfWorkday(now, 5), CALENDAR.endOfWorkday(now, 5)));
    }

    PetitionStory notAccepted() {
        onceSubmitted();
        return then(new PetitionNotAccepted(id, NotAcceptedReason.COURT_OR_ARBITRATION, "请向法院起诉", now));
    }

    PetitionStory redirected() {
        onceSubmitted();
        return then(new PetitionRedirected(id, RedirectTarget.ARBITRATION, "请申请仲裁", now));
    }

    PetitionStory merged() {
        onceSubmitted();
        return then(new PetitionMerged(id, new PetitionId("PET-2"), "同一事项", now));
    }

    PetitionStory withdrawn() {
        onceSubmitted();
        return then(new PetitionWithdrawn(id, "已解决", now));
    }

    PetitionStory accepted() {
        onceSubmitted();
        return then(new PetitionAccepted(id, type, "城建", petitionClass, limitClass, urgency, accused, now));
    }

    PetitionStory dispatchedTo(String agency) {
        onceAccepted();
        return then(new PetitionDispatched(id, agency, null, CALENDAR.endOfWorkday(now, 1), now));
    }

    /** To the lead agency of all tests that do not name another one. */
    PetitionStory dispatched() {
        return dispatchedTo(Directory.HUILAI_HOUSING);
    }

    PetitionStory returnRequested() {
        onceDispatched();
        return then(new ReturnRequested(id, lead(), "不属于本单位职责", Directory.HUILAI_TRAFFIC, now));
    }

    PetitionStory returnGranted() {
        onceReturnRequested();
        return then(new ReturnGranted(id, lead(), "情况属实", now));
    }

    PetitionStory returnRefused() {
        onceReturnRequested();
        return then(new ReturnRefused(id, lead(), "属于你单位职责", now));
    }

    PetitionStory designated(String agency) {
        onceReturnRequested();
        return then(new AgencyDesignated(id, agency, "职责明确", now));
    }

    PetitionStory handled() {
        onceDispatched();
        return then(new AssignmentSigned(id, lead(), now));
    }

    PetitionStory handledBy(String agency) {
        return dispatchedTo(agency).handled();
    }

    PetitionStory repliedBy(String handler, ReplyOutcome outcome) {
        if (!has(AssignmentSigned.class)) {
            handled();
        }
        replies++;
        return then(new ReplySubmitted(
                id, replies, handler, outcome, sealed("ReplySubmitted.text"), "《城乡规划法》", "现场照片", now));
    }

    PetitionStory replied() {
        return repliedBy(People.HANDLER.id(), outcome);
    }

    PetitionStory sentBack() {
        onceReplied();
        return then(new ReplySentBack(id, "请写明期限", now));
    }

    /** By the agency, with the bureau's check still to come. */
    PetitionStory approvedWithACheckDue() {
        onceReplied();
        return then(new ReplyApproved(id, true, now));
    }

    PetitionStory resolved() {
        onceReplied();
        if (has(ReplyApproved.class)) {
            then(new ReplyConfirmed(id, now));
        } else {
            then(new ReplyApproved(id, false, now));
        }
        return then(new PetitionResolved(id, outcome, fifteenDaysLater(), now));
    }

    PetitionStory ratedDissatisfied() {
        onceResolved();
        then(new PetitionEvaluated(id, 1, 1, 1, 1.0, SatisfactionBand.DISSATISFIED, null, now));
        return then(new CallbackRequired(id, CALENDAR.endOfWorkday(now, 2), now));
    }

    PetitionStory closed() {
        onceResolved();
        then(new PetitionEvaluated(id, 5, 5, 5, 5.0, SatisfactionBand.SATISFIED, null, now));
        return then(new PetitionClosed(id, ClosingReason.EVALUATED, now));
    }

    PetitionStory closedWithoutARating() {
        onceResolved();
        Instant due = fifteenDaysLater();
        then(new EvaluationLapsed(id, due, due));
        return then(new PetitionClosed(id, ClosingReason.EVALUATION_LAPSED, due));
    }

    PetitionStory coHandlerProposed(String agency, boolean release) {
        onceHandled();
        return then(new CoHandlerProposed(id, agency, release, "需要其配合", now));
    }

    PetitionStory coHandledBy(String agency) {
        coHandlerProposed(agency, false);
        return then(new CoHandlerAdded(id, agency, "同意", now));
    }

    PetitionStory coHandlerSigned(String agency) {
        return then(new CoHandlerSigned(id, agency, now));
    }

    PetitionStory coHandlerReported(String agency) {
        return then(new CoHandlerReported(id, agency, sealed("CoHandlerReported.text"), now));
    }

    PetitionStory recused(Actor staff) {
        onceHandled();
        return then(new RecusalDeclared(id, staff.id(), "亲属关系", now));
    }

    PetitionStory extensionRequested(int amount) {
        onceHandled();
        return then(new ExtensionRequested(id, "D7", amount, "情况复杂", now));
    }

    PetitionStory extensionGranted(int amount) {
        extensionRequested(amount);
        then(new ExtensionGranted(id, "D7", amount, "情况复杂", now));
        return rules == null
                ? this
                : then(new DeadlineChanged(
                        id,
                        Deadlines.extended(
                                stage().facts().clock().main().orElseThrow().deadline(),
                                amount,
                                rules.policies().published().getFirst(),
                                CALENDAR),
                        "情况复杂",
                        now));
    }

    PetitionStory extensionRefused() {
        extensionRequested(3);
        return then(new ExtensionRefused(id, "D7", "可以按期办结", now));
    }

    PetitionStory paused(PauseReason reason, Instant until, String... codes) {
        return then(new ClockPaused(id, reason, "等待结果", List.of(codes), until, now));
    }

    PetitionStory terminated() {
        onceHandled();
        return then(new HandlingTerminated(id, TerminationReason.NO_COOPERATION, "多次联系不上", now));
    }

    PetitionStory calledBack(boolean reached) {
        if (!has(CallbackRequired.class)) {
            ratedDissatisfied();
        }
        return then(new CallbackRecorded(id, reached, reached ? false : null, reached, null, null, now));
    }

    PetitionStory ratingChallenged() {
        return then(new EvaluationChallenged(id, "与事实不符", now));
    }

    PetitionStory reopened() {
        onceResolved();
        int round = stage().facts().clock().round() + 1;
        return then(new PetitionReopened(id, round, "问题未解决", now));
    }

    PetitionStory reexaminationRequested() {
        onceResolved();
        return then(new ReexaminationRequested(
                id, Directory.HUILAI_GOVERNMENT, sealed("ReexaminationRequested.grounds"), now));
    }

    PetitionStory reexaminationConcluded() {
        reexaminationRequested();
        return then(new ReexaminationConcluded(id, ReviewOutcome.UPHELD, "维持原答复", now));
    }

    PetitionStory reviewRequested() {
        reexaminationConcluded();
        return then(new ReviewRequested(id, "445200-000", sealed("ReviewRequested.grounds"), now));
    }

    PetitionStory reviewConcluded() {
        reviewRequested();
        return then(new ReviewConcluded(id, ReviewOutcome.UPHELD, "维持复查意见", now));
    }

    PetitionStory archived() {
        if (!has(PetitionClosed.class)) {
            closed();
        }
        return then(new PetitionArchived(id, now));
    }

    PetitionStory pictured(AttachmentId picture, boolean visibleToPublic) {
        return then(new AttachmentAdded(id, picture, "image/jpeg", 4711, "5e", visibleToPublic, now));
    }

    PetitionStory pictureRemoved(AttachmentId picture) {
        return then(new AttachmentRemoved(id, picture, now));
    }

    PetitionStory pictureHidden(AttachmentId picture) {
        return then(new AttachmentHidden(id, picture, "含车牌", now));
    }

    PetitionStory published() {
        return then(new PetitionPublished(id, "路灯不亮", "某路段路灯不亮", now));
    }

    PetitionStory takenDown() {
        return then(new PetitionTakenDown(id, "含不当内容", now));
    }

    // What came of it.

    List<PetitionEvent> events() {
        return List.copyOf(events);
    }

    Stage stage() {
        Stage stage = null;
        for (PetitionEvent event : events) {
            stage = Evolution.evolve(stage, event);
        }
        return stage;
    }

    PetitionId id() {
        return id;
    }

    /** The sequence number of the last event. */
    long version() {
        return events.size() - 1L;
    }

    private String lead() {
        String lead = null;
        for (PetitionEvent event : events) {
            lead = switch (event) {
                case PetitionDispatched e -> e.agency();
                case AgencyDesignated e -> e.agency();
                default -> lead;
            };
        }
        return lead;
    }

    private void onceSubmitted() {
        if (events.isEmpty()) {
            submitted();
        }
    }

    private void onceAccepted() {
        if (!has(PetitionAccepted.class)) {
            accepted();
        }
    }

    private void onceDispatched() {
        if (!has(PetitionDispatched.class)) {
            dispatched();
        }
    }

    private void onceReturnRequested() {
        if (!has(ReturnRequested.class)) {
            returnRequested();
        }
    }

    private void onceHandled() {
        if (!has(AssignmentSigned.class)) {
            handled();
        }
    }

    private void onceReplied() {
        if (!has(ReplySubmitted.class)) {
            replied();
        }
    }

    private void onceResolved() {
        if (!has(PetitionResolved.class)) {
            resolved();
        }
    }

    private Instant fifteenDaysLater() {
        return DueMoment.END_OF_DAY.on(CALENDAR.countCalendarDays(WorkCalendar.dateOf(now), 15, List.of())
                .last());
    }

    private boolean has(Class<? extends PetitionEvent> type) {
        return events.stream().anyMatch(type::isInstance);
    }

    /** Any other event. */
    PetitionStory then(PetitionEvent event) {
        if (rules == null) {
            events.add(event);
            return this;
        }
        if (!events.isEmpty()) {
            events.addAll(stage().facts().clock().due(event.at(), rules));
        }
        PetitionClock clock = event instanceof PetitionSubmitted first
                ? PetitionClock.of(first)
                : stage().facts().clock();
        List<PetitionEvent> consequences = clock.consequences(event, rules);
        events.add(event);
        events.addAll(consequences);
        return this;
    }
}
