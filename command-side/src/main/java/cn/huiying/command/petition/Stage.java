package cn.huiying.command.petition;

import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.accepting.OnlyAnAccusationNamesTheAccused;
import cn.huiying.command.petition.attaching.AddAttachment;
import cn.huiying.command.petition.attaching.AtMostFiveAttachments;
import cn.huiying.command.petition.attaching.AtMostTwentyUploads;
import cn.huiying.command.petition.attaching.HideAttachment;
import cn.huiying.command.petition.attaching.OnlyAPublicAttachmentIsHidden;
import cn.huiying.command.petition.attaching.RemoveAttachment;
import cn.huiying.command.petition.attaching.ThereIsSuchAnAttachment;
import cn.huiying.command.petition.callingback.ACallbackIsComplete;
import cn.huiying.command.petition.callingback.ACallbackIsDue;
import cn.huiying.command.petition.callingback.RecordCallback;
import cn.huiying.command.petition.challenging.AChallengeIsPending;
import cn.huiying.command.petition.challenging.ChallengeEvaluation;
import cn.huiying.command.petition.challenging.DecideChallenge;
import cn.huiying.command.petition.challenging.OneChallengeOfARating;
import cn.huiying.command.petition.cohandling.AddCoHandler;
import cn.huiying.command.petition.cohandling.AllCoHandlersReported;
import cn.huiying.command.petition.cohandling.AnotherAgencyTakesPart;
import cn.huiying.command.petition.cohandling.OnlyACoHandlerIsReleased;
import cn.huiying.command.petition.cohandling.OnlyCoHandlersReport;
import cn.huiying.command.petition.cohandling.ProposeCoHandler;
import cn.huiying.command.petition.cohandling.RemoveCoHandler;
import cn.huiying.command.petition.cohandling.ReportCoHandling;
import cn.huiying.command.petition.cohandling.TheLeadAgencyProposesCoHandlers;
import cn.huiying.command.petition.contacting.LogContact;
import cn.huiying.command.petition.converting.NoteConversion;
import cn.huiying.command.petition.correcting.ACorrectionChangesATextThereIs;
import cn.huiying.command.petition.correcting.CorrectPetition;
import cn.huiying.command.petition.correcting.CorrectionInTime;
import cn.huiying.command.petition.correcting.OneCorrectionRequestInTwoWorkdays;
import cn.huiying.command.petition.correcting.RequestCorrection;
import cn.huiying.command.petition.designating.DesignateAgency;
import cn.huiying.command.petition.designating.DesignatedOnlyAfterADispute;
import cn.huiying.command.petition.dispatching.CountyOfficerStaysInOwnCounty;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.dispatching.NoAgencyThatIsTheAccused;
import cn.huiying.command.petition.due.RecalculateDeadlines;
import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.command.petition.evaluating.OnceInARound;
import cn.huiying.command.petition.evaluating.RatingIsComplete;
import cn.huiying.command.petition.evaluating.WithinTheEvaluationWindow;
import cn.huiying.command.petition.explaining.ExplainDelay;
import cn.huiying.command.petition.explaining.OnlyADelayIsExplained;
import cn.huiying.command.petition.extending.AnExtensionIsPending;
import cn.huiying.command.petition.extending.DecideExtension;
import cn.huiying.command.petition.extending.ExtensionGrantedInTime;
import cn.huiying.command.petition.extending.ExtensionInTime;
import cn.huiying.command.petition.extending.LongExtensionsAreTheLeaders;
import cn.huiying.command.petition.extending.NoDeadlinePassesTheLegalLimit;
import cn.huiying.command.petition.extending.NoExtensionOfAnUrgentMatter;
import cn.huiying.command.petition.extending.NoLongerThanTheLimitItExtends;
import cn.huiying.command.petition.extending.OneExtension;
import cn.huiying.command.petition.extending.RequestExtension;
import cn.huiying.command.petition.extending.ThereIsALimitToExtend;
import cn.huiying.command.petition.handingover.HandOverToSuccessor;
import cn.huiying.command.petition.merging.MergeAsDuplicate;
import cn.huiying.command.petition.merging.OnlyTheSameAuthorsPetitionsAreMerged;
import cn.huiying.command.petition.merging.TheMainPetitionStands;
import cn.huiying.command.petition.pausing.APauseHasTimeLeft;
import cn.huiying.command.petition.pausing.APauseHoldsADeadline;
import cn.huiying.command.petition.pausing.AnOverdueClockDoesNotPause;
import cn.huiying.command.petition.pausing.PauseClock;
import cn.huiying.command.petition.pausing.ResumeClock;
import cn.huiying.command.petition.pausing.TheClockRuns;
import cn.huiying.command.petition.pausing.TheClockStandsStill;
import cn.huiying.command.petition.progressing.PostProgress;
import cn.huiying.command.petition.publishing.APublishedPetitionComesFirst;
import cn.huiying.command.petition.publishing.AnAccusationIsNeverPublished;
import cn.huiying.command.petition.publishing.AuthorWishesToBeSeen;
import cn.huiying.command.petition.publishing.PublishPetition;
import cn.huiying.command.petition.publishing.PublishReply;
import cn.huiying.command.petition.publishing.TakeDownPetition;
import cn.huiying.command.petition.recusing.DeclareRecusal;
import cn.huiying.command.petition.redirecting.RedirectPetition;
import cn.huiying.command.petition.reexamining.AnOpinionIsAwaited;
import cn.huiying.command.petition.reexamining.ConcludeReexamination;
import cn.huiying.command.petition.reexamining.ConcludeReview;
import cn.huiying.command.petition.reexamining.OneStepAfterTheOther;
import cn.huiying.command.petition.reexamining.OnlyClaimsAreReexamined;
import cn.huiying.command.petition.reexamining.RequestReexamination;
import cn.huiying.command.petition.reexamining.RequestReview;
import cn.huiying.command.petition.rejecting.RejectPetition;
import cn.huiying.command.petition.reopening.OfficersReopenAfterACallback;
import cn.huiying.command.petition.reopening.ReopenPetition;
import cn.huiying.command.petition.reopening.TheRoundsAreNotUsedUp;
import cn.huiying.command.petition.replying.AReplyAuthorMayNotApproveIt;
import cn.huiying.command.petition.replying.AgencyApprovalPresent;
import cn.huiying.command.petition.replying.ApproveReply;
import cn.huiying.command.petition.replying.ConfirmReply;
import cn.huiying.command.petition.replying.NotYetApproved;
import cn.huiying.command.petition.replying.OutcomeFitsTheSection;
import cn.huiying.command.petition.replying.ReturnReply;
import cn.huiying.command.petition.replying.SubmitReply;
import cn.huiying.command.petition.resectioning.AnotherSection;
import cn.huiying.command.petition.resectioning.ResectionPetition;
import cn.huiying.command.petition.returning.ADesignatedAgencyCannotReturn;
import cn.huiying.command.petition.returning.AReturnIsPending;
import cn.huiying.command.petition.returning.DecideReturn;
import cn.huiying.command.petition.returning.OnePendingReturn;
import cn.huiying.command.petition.returning.RequestReturn;
import cn.huiying.command.petition.returning.ReturnInTime;
import cn.huiying.command.petition.rewarding.ASuggestionIsSelectedOnce;
import cn.huiying.command.petition.rewarding.OnlyASelectedSuggestionIsRewarded;
import cn.huiying.command.petition.rewarding.OnlyAnAdoptedSuggestionIsSelected;
import cn.huiying.command.petition.rewarding.RewardSuggestion;
import cn.huiying.command.petition.rewarding.SelectSuggestion;
import cn.huiying.command.petition.signing.CoHandlersSignOnce;
import cn.huiying.command.petition.signing.NothingPendingOnTheAssignment;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.command.petition.studying.OnlyASuggestionIsStudied;
import cn.huiying.command.petition.studying.StudySuggestion;
import cn.huiying.command.petition.supervising.NoteMediaReport;
import cn.huiying.command.petition.supervising.PutUnderSupervision;
import cn.huiying.command.petition.supervising.ReleaseFromSupervision;
import cn.huiying.command.petition.terminating.TerminateHandling;
import cn.huiying.command.petition.visiting.LogSiteVisit;
import cn.huiying.command.petition.withdrawing.NoWithdrawalOfAMajorMatter;
import cn.huiying.command.petition.withdrawing.NoWithdrawalUnderSupervision;
import cn.huiying.command.petition.withdrawing.WithdrawPetition;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.AttachmentAdded;
import cn.huiying.shared.petition.AttachmentHidden;
import cn.huiying.shared.petition.AttachmentRemoved;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerProposed;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CoHandlerSigned;
import cn.huiying.shared.petition.ConversionNoted;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.DeadlineChanged;
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
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PauseReason;
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
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.RecusalDeclared;
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
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.SuggestionStudied;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.OfficeHours;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where a petition stands, as a type: what is legal only in one stage is a method of that stage's record; what is legal in
 * several is a method of an interface they share. Stages are pure: time, ids and the world come in with the call.
 */
sealed interface Stage {

    /** In working days: from here on the bureau's leader decides (row 16). */
    int LONG_EXTENSION = 15;

    Facts facts();

    Stage with(Facts facts);

    State state();

    /** Directory code of the lead agency that has, or had, the petition in hand; null where there is none. */
    default String lead() {
        return null;
    }

    /** Whether an agency takes part in the handling, beside the lead. */
    default boolean isCoHandler(String agency) {
        return false;
    }

    /** Until when the commands that have a limit of their own are possible, by slug. */
    default Map<String, Instant> limits(Circumstances now) {
        return Map.of();
    }

    /** What lapses by itself, beside the deadlines, until a moment; each with its true moment. */
    default List<PetitionEvent> lapse(Instant now) {
        return List.of();
    }

    /** What was due until a moment, but not beyond what lapses before it: an ended petition misses nothing more. */
    default List<PetitionEvent> due(Instant at, TimeRules rules) {
        Instant until = lapse(at).stream().map(PetitionEvent::at).findFirst().orElse(at);
        return facts().clock().due(until, rules);
    }

    default List<PetitionEvent> recalculate(RecalculateDeadlines command, Circumstances now) {
        return facts().clock().recalculate(command.reason(), command.at(), now.rules());
    }

    default List<PetitionEvent> putUnderSupervision(PutUnderSupervision command) {
        return facts().orders().contains(command.order())
                ? List.of()
                : List.of(new PetitionPutUnderSupervision(command.petitionId(), command.order(), command.at()));
    }

    default List<PetitionEvent> releaseFromSupervision(ReleaseFromSupervision command) {
        return facts().orders().contains(command.order())
                ? List.of(new PetitionReleasedFromSupervision(command.petitionId(), command.order(), command.at()))
                : List.of();
    }

    default List<PetitionEvent> noteMediaReport(NoteMediaReport command) {
        return facts().reported()
                ? List.of()
                : List.of(new PetitionReportedByMedia(command.petitionId(), command.lead(), command.at()));
    }

    /** A measure only goes on: what is told again, also long after, changes nothing. */
    default List<PetitionEvent> noteConversion(NoteConversion command) {
        MeasureState known = facts().suggestion().measures().get(command.measure());
        boolean news = known == null || known == MeasureState.UNDER_WAY && command.state() != MeasureState.UNDER_WAY;
        return !news
                ? List.of()
                : List.of(new ConversionNoted(
                        command.petitionId(),
                        command.measure(),
                        command.title(),
                        command.agency(),
                        command.state(),
                        command.at()));
    }

    /** Until when a right can be used that runs; the moment that was stored where it has no running deadline. */
    default Instant until(Duty right, Instant stored) {
        return facts().clock().running(right).map(r -> r.deadline().dueAt()).orElse(stored);
    }

    /** The bureau may still say that the matter does not belong here. */
    sealed interface NotYetDispatched extends Stage permits PendingReview, Accepted {

        default PetitionRedirected redirect(RedirectPetition command) {
            return new PetitionRedirected(command.petitionId(), command.target(), command.text(), command.at());
        }

        default PetitionMerged merge(MergeAsDuplicate command, Stage main) {
            OnlyTheSameAuthorsPetitionsAreMerged.check(main.facts().author().equals(facts().author()));
            TheMainPetitionStands.check(
                    !(main instanceof Ended) && !main.facts().petitionId().equals(command.petitionId()));
            return new PetitionMerged(command.petitionId(), command.main(), command.text(), command.at());
        }

        default PetitionResectioned resection(ResectionPetition command) {
            AnotherSection.check(command.section() == facts().section());
            return new PetitionResectioned(command.petitionId(), command.section(), command.reason(), command.at());
        }
    }

    /** The author may still take the petition back, and add to it. */
    sealed interface NotYetResolved extends Stage
            permits PendingReview, AwaitingCorrection, Accepted, Dispatched, Handling, ReplyInReview {

        @ReadyFor(WithdrawPetition.class)
        default void readyToWithdraw(Instant at, Circumstances now) {
            NoWithdrawalOfAMajorMatter.check(facts().urgency() == Urgency.MAJOR);
            NoWithdrawalUnderSupervision.check(facts().supervised());
        }

        default PetitionWithdrawn withdraw(WithdrawPetition command, Circumstances now) {
            readyToWithdraw(command.at(), now);
            return new PetitionWithdrawn(command.petitionId(), command.reason(), command.at());
        }

        @ReadyFor(AddAttachment.class)
        default void readyToAddAttachment(Instant at, Circumstances now) {
            AtMostFiveAttachments.check(facts().attachments().all().size());
            AtMostTwentyUploads.check(facts().attachments().uploads());
        }

        default AttachmentAdded addAttachment(AddAttachment command, Circumstances now) {
            readyToAddAttachment(command.at(), now);
            return new AttachmentAdded(
                    command.petitionId(),
                    command.attachmentId(),
                    command.contentType(),
                    command.size(),
                    command.sha256(),
                    command.visibleToPublic(),
                    command.at());
        }

        @ReadyFor(RemoveAttachment.class)
        default void readyToRemoveAttachment(Instant at, Circumstances now) {
            ThereIsSuchAnAttachment.check(!facts().attachments().all().isEmpty());
        }

        default AttachmentRemoved removeAttachment(RemoveAttachment command, Circumstances now) {
            ThereIsSuchAnAttachment.check(facts().attachments().all().contains(command.attachmentId()));
            return new AttachmentRemoved(command.petitionId(), command.attachmentId(), command.at());
        }

        default RecusalDeclared declareRecusal(DeclareRecusal command, Circumstances now) {
            return new RecusalDeclared(command.petitionId(), now.actor().id(), command.reason(), command.at());
        }
    }

    /** A lead agency has the petition. */
    sealed interface Assigned extends Stage permits Returnable, ReplyInReview {

        Assignment assignment();

        Assigned with(Assignment assignment);

        @Override
        default String lead() {
            return assignment().agency();
        }

        @Override
        default boolean isCoHandler(String agency) {
            return assignment().isCoHandler(agency);
        }

        @ReadyFor(ExplainDelay.class)
        default void readyToExplainDelay(Instant at, Circumstances now) {
            OnlyADelayIsExplained.check(
                    facts().clock().main().filter(PetitionClock.Running::missed).isEmpty());
        }

        default DelayExplained explainDelay(ExplainDelay command, Circumstances now) {
            readyToExplainDelay(command.at(), now);
            return new DelayExplained(command.petitionId(), command.reason(), command.at());
        }
    }

    /** Its successor takes over what a merged agency has, or had, in hand. */
    sealed interface InAgencyHands extends Stage permits Dispatched, Handling, ReplyInReview, Resolved, Closed {

        default List<PetitionEvent> handOver(HandOverToSuccessor command, Circumstances now) {
            String from = command.agency();
            String to = now.agencies().successor(from);
            boolean lead = from.equals(lead());
            if (to.equals(from) || !(lead || isCoHandler(from))) {
                return List.of();
            }
            boolean accused =
                    facts().accusedAgency() != null && now.agencies().isOrIsUnder(to, facts().accusedAgency());
            String reason = "承办单位合并或者撤销";
            if (lead && accused) {
                // The bureau dispatches it anew; what is answered already stays where it is.
                return this instanceof Assigned
                        ? List.of(new ReturnGranted(command.petitionId(), from, reason, command.at()))
                        : List.of();
            }
            if (lead) {
                return List.of(new LeadChanged(command.petitionId(), from, to, reason, command.at()));
            }
            CoHandlerRemoved removed = new CoHandlerRemoved(command.petitionId(), from, reason, command.at());
            return accused || to.equals(lead()) || isCoHandler(to)
                    ? List.of(removed)
                    : List.of(removed, new CoHandlerAdded(command.petitionId(), to, reason, command.at()));
        }
    }

    /** The clock can stand still: while a petition is handled, and for a hearing while its answer is reviewed. */
    sealed interface Pausable extends Stage permits Handling, Answered {

        @ReadyFor(PauseClock.class)
        default void readyToPauseClock(Instant at, Circumstances now) {
            PetitionClock clock = facts().clock();
            TheClockRuns.check(clock.standstill() != null);
            APauseHoldsADeadline.check(clock.pausable(now.rules()).isEmpty());
            AnOverdueClockDoesNotPause.check(
                    clock.main().filter(PetitionClock.Running::missed).isPresent());
            APauseHasTimeLeft.check(pauseLeft(now) <= 0);
        }

        /** In working days. */
        private int pauseLeft(Circumstances now) {
            PetitionClock clock = facts().clock();
            return now.policy(clock).maxPauseWorkdays() - clock.pausedWorkdays();
        }

        default ClockPaused pauseClock(PauseClock command, Circumstances now) {
            readyToPauseClock(command.at(), now);
            APauseHoldsADeadline.check(this instanceof Answered && command.reasonCode() != PauseReason.HEARING);
            List<String> codes = facts().clock().pausable(now.rules());
            Instant until = now.calendar().endOfWorkday(command.at(), pauseLeft(now));
            return new ClockPaused(
                    command.petitionId(), command.reasonCode(), command.reason(), codes, until, command.at());
        }

        @ReadyFor(ResumeClock.class)
        default void readyToResumeClock(Instant at, Circumstances now) {
            TheClockStandsStill.check(facts().clock().standstill() == null);
        }

        default List<PetitionEvent> resumeClock(ResumeClock command, Circumstances now) {
            readyToResumeClock(command.at(), now);
            return facts().clock().resume(command.at(), now.rules());
        }
    }

    /** The lead agency may still object that the matter is not its own. */
    sealed interface Returnable extends Assigned permits Dispatched, Handling {

        Returnable with(Assignment assignment);

        /** Null where the agency may not object. */
        default Instant returnBy() {
            return assignment().returnBy() == null
                    ? null
                    : until(Duty.RETURN_REQUEST, assignment().returnBy());
        }

        @Override
        default Map<String, Instant> limits(Circumstances now) {
            return returnBy() == null ? Map.of() : Map.of("request-return", returnBy());
        }

        @ReadyFor(RequestReturn.class)
        default void readyToRequestReturn(Instant at, Circumstances now) {
            ADesignatedAgencyCannotReturn.check(assignment().designated());
            OnePendingReturn.check(assignment().returnPending());
            ReturnInTime.check(at, returnBy());
        }

        default ReturnRequested requestReturn(RequestReturn command, Circumstances now) {
            readyToRequestReturn(command.at(), now);
            now.agencies().require(command.suggestedAgency());
            return new ReturnRequested(
                    command.petitionId(),
                    assignment().agency(),
                    command.reason(),
                    command.suggestedAgency(),
                    command.at());
        }

        @ReadyFor(DecideReturn.class)
        default void readyToDecideReturn(Instant at, Circumstances now) {
            AReturnIsPending.check(assignment().returnPending());
        }

        default PetitionEvent decideReturn(DecideReturn command, Circumstances now) {
            readyToDecideReturn(command.at(), now);
            String agency = assignment().agency();
            return command.granted()
                    ? new ReturnGranted(command.petitionId(), agency, command.reason(), command.at())
                    : new ReturnRefused(command.petitionId(), agency, command.reason(), command.at());
        }
    }

    /** A bureau leader may settle which agency has to handle the petition. */
    sealed interface Designatable extends Stage permits Accepted, Dispatched {

        @ReadyFor(DesignateAgency.class)
        default void readyToDesignate(Instant at, Circumstances now) {
            DesignatedOnlyAfterADispute.check(facts().returnRequests());
        }

        default AgencyDesignated designate(DesignateAgency command, Circumstances now) {
            readyToDesignate(command.at(), now);
            requireFit(command.agency(), now);
            return new AgencyDesignated(command.petitionId(), command.agency(), command.reason(), command.at());
        }

        default void requireFit(String agency, Circumstances now) {
            now.agencies().require(agency);
            NoAgencyThatIsTheAccused.check(
                    facts().accusedAgency() != null && now.agencies().isOrIsUnder(agency, facts().accusedAgency()));
        }
    }

    /** The petition has been accepted and may be shown to the public. */
    sealed interface Publishable extends Shown
            permits Accepted, Dispatched, Handling, ReplyInReview, Resolved, Closed, Terminated {

        @ReadyFor(PublishPetition.class)
        default void readyToPublish(Instant at, Circumstances now) {
            AnAccusationIsNeverPublished.check(facts().accusation());
            AuthorWishesToBeSeen.check(facts().visibilityWish() == VisibilityWish.PRIVATE);
        }

        default PetitionPublished publish(PublishPetition command, Circumstances now) {
            readyToPublish(command.at(), now);
            return new PetitionPublished(command.petitionId(), command.title(), command.body(), command.at());
        }
    }

    /** What is shown, or is to be, can be kept from the public. */
    sealed interface Shown extends Stage permits Publishable, Archived {

        @ReadyFor(TakeDownPetition.class)
        default void readyToTakeDown(Instant at, Circumstances now) {
            APublishedPetitionComesFirst.check(facts().published());
        }

        default PetitionTakenDown takeDown(TakeDownPetition command, Circumstances now) {
            readyToTakeDown(command.at(), now);
            return new PetitionTakenDown(command.petitionId(), command.reason(), command.at());
        }

        @ReadyFor(HideAttachment.class)
        default void readyToHideAttachment(Instant at, Circumstances now) {
            OnlyAPublicAttachmentIsHidden.check(
                    !facts().attachments().toPublic().isEmpty());
        }

        default AttachmentHidden hideAttachment(HideAttachment command, Circumstances now) {
            OnlyAPublicAttachmentIsHidden.check(facts().attachments().toPublic().contains(command.attachmentId()));
            return new AttachmentHidden(command.petitionId(), command.attachmentId(), command.reason(), command.at());
        }
    }

    /** What became of a suggestion is known: it may be selected and rewarded. */
    sealed interface Selectable extends Stage permits Answered, Archived {

        @ReadyFor(SelectSuggestion.class)
        default void readyToSelect(Instant at, Circumstances now) {
            OnlyAnAdoptedSuggestionIsSelected.check(facts().section() == Section.SUGGESTION
                    && !facts().accusation()
                    && facts().suggestion().adopted());
            ASuggestionIsSelectedOnce.check(!facts().suggestion().selected());
        }

        default SuggestionSelected select(SelectSuggestion command, Circumstances now) {
            readyToSelect(command.at(), now);
            return new SuggestionSelected(command.petitionId(), command.reason(), command.at());
        }

        @ReadyFor(RewardSuggestion.class)
        default void readyToReward(Instant at, Circumstances now) {
            OnlyASelectedSuggestionIsRewarded.check(facts().suggestion().selected());
        }

        default SuggestionRewarded reward(RewardSuggestion command, Circumstances now) {
            readyToReward(command.at(), now);
            return new SuggestionRewarded(command.petitionId(), command.kind(), command.text(), command.at());
        }
    }

    /** The reply has reached the author. */
    sealed interface Answered extends Pausable, Selectable permits Resolved, Closed {

        AfterReply after();

        Answered with(AfterReply after);

        @Override
        default String lead() {
            return after().assignment().agency();
        }

        @Override
        default boolean isCoHandler(String agency) {
            return after().assignment().isCoHandler(agency);
        }

        @ReadyFor(PublishReply.class)
        default void readyToPublishReply(Instant at, Circumstances now) {
            APublishedPetitionComesFirst.check(facts().published());
        }

        default PublicReplyPublished publishReply(PublishReply command, Circumstances now) {
            readyToPublishReply(command.at(), now);
            return new PublicReplyPublished(command.petitionId(), command.text(), command.at());
        }

        @ReadyFor(ReopenPetition.class)
        default void readyToReopen(Instant at, Circumstances now) {
            OfficersReopenAfterACallback.check(now.actor().role() != Role.SUPERVISOR && !after().calledBack());
            requireAnotherRound(now);
        }

        default PetitionReopened reopen(ReopenPetition command, Circumstances now) {
            readyToReopen(command.at(), now);
            return reopened(command.reason(), command.at(), now);
        }

        default PetitionReopened reopened(String reason, Instant at, Circumstances now) {
            requireAnotherRound(now);
            return new PetitionReopened(facts().petitionId(), facts().clock().round() + 1, reason, at);
        }

        private void requireAnotherRound(Circumstances now) {
            PetitionClock clock = facts().clock();
            TheRoundsAreNotUsedUp.check(
                    clock.round() >= now.policy(clock).reopening().rounds());
            now.agencies().require(lead());
        }

        @ReadyFor(ChallengeEvaluation.class)
        default void readyToChallenge(Instant at, Circumstances now) {
            OneChallengeOfARating.check(after().rating() != AfterReply.Rating.GIVEN);
        }

        default EvaluationChallenged challenge(ChallengeEvaluation command, Circumstances now) {
            readyToChallenge(command.at(), now);
            return new EvaluationChallenged(command.petitionId(), command.reason(), command.at());
        }

        @ReadyFor(DecideChallenge.class)
        default void readyToDecideChallenge(Instant at, Circumstances now) {
            AChallengeIsPending.check(after().rating() != AfterReply.Rating.CHALLENGED);
        }

        default PetitionEvent decideChallenge(DecideChallenge command, Circumstances now) {
            readyToDecideChallenge(command.at(), now);
            return command.excluded()
                    ? new EvaluationExcluded(command.petitionId(), command.reason(), command.at())
                    : new EvaluationUpheld(command.petitionId(), command.reason(), command.at());
        }

        @ReadyFor(RequestReexamination.class)
        default void readyToRequestReexamination(Instant at, Circumstances now) {
            OnlyClaimsAreReexamined.check(facts().petitionClass() != PetitionClass.CLAIM);
            OneStepAfterTheOther.check(
                    after().review() != AfterReply.Review.NONE || isOver(Duty.REEXAMINATION_REQUEST, at));
        }

        default ReexaminationRequested requestReexamination(RequestReexamination command, Circumstances now) {
            readyToRequestReexamination(command.at(), now);
            String body = now.agencies().requireListed(lead()).parent();
            return new ReexaminationRequested(command.petitionId(), body, command.grounds(), command.at());
        }

        @ReadyFor(ConcludeReexamination.class)
        default void readyToConcludeReexamination(Instant at, Circumstances now) {
            AnOpinionIsAwaited.check(after().review() != AfterReply.Review.REEXAMINATION);
        }

        default ReexaminationConcluded concludeReexamination(ConcludeReexamination command, Circumstances now) {
            readyToConcludeReexamination(command.at(), now);
            return new ReexaminationConcluded(command.petitionId(), command.outcome(), command.text(), command.at());
        }

        @ReadyFor(RequestReview.class)
        default void readyToRequestReview(Instant at, Circumstances now) {
            OnlyClaimsAreReexamined.check(facts().petitionClass() != PetitionClass.CLAIM);
            OneStepAfterTheOther.check(
                    after().review() != AfterReply.Review.REEXAMINED || isOver(Duty.REVIEW_REQUEST, at));
        }

        default ReviewRequested requestReview(RequestReview command, Circumstances now) {
            readyToRequestReview(command.at(), now);
            String first = now.agencies().requireListed(lead()).parent();
            String body =
                    first == null ? null : now.agencies().requireListed(first).parent();
            return new ReviewRequested(command.petitionId(), body, command.grounds(), command.at());
        }

        @ReadyFor(ConcludeReview.class)
        default void readyToConcludeReview(Instant at, Circumstances now) {
            AnOpinionIsAwaited.check(after().review() != AfterReply.Review.REVIEW);
        }

        default ReviewConcluded concludeReview(ConcludeReview command, Circumstances now) {
            readyToConcludeReview(command.at(), now);
            return new ReviewConcluded(command.petitionId(), command.outcome(), command.text(), command.at());
        }

        private boolean isOver(Duty right, Instant at) {
            Instant until = until(right, null);
            return until == null || !at.isBefore(until);
        }

        /** The rights of the author that still run, as limits of their commands. */
        default Map<String, Instant> rights() {
            Map<String, Instant> limits = new HashMap<>();
            limits.put("request-reexamination", until(Duty.REEXAMINATION_REQUEST, null));
            limits.put("request-review", until(Duty.REVIEW_REQUEST, null));
            limits.values().removeIf(Objects::isNull);
            return limits;
        }
    }

    /** Nothing is done to the petition any more but putting it away. */
    sealed interface Archivable extends Stage permits Closed, Terminated {

        /** Who still may ask for a review, or waits for one, keeps it from the archive. */
        default List<PetitionEvent> archive(Instant now, boolean reviewPending) {
            Instant due = until(Duty.ARCHIVING, null);
            if (due == null || reviewPending) {
                return List.of();
            }
            Instant moment = facts().clock().running().stream()
                    .filter(r -> r.deadline().duty().isTheCitizens())
                    .map(r -> r.deadline().dueAt())
                    .reduce(due, (one, other) -> one.isAfter(other) ? one : other);
            return moment.isAfter(now) ? List.of() : List.of(new PetitionArchived(facts().petitionId(), moment));
        }
    }

    /** 待审核. */
    record PendingReview(Facts facts) implements NotYetDispatched, NotYetResolved {

        @ReadyFor(RequestCorrection.class)
        void readyToRequestCorrection(Instant at, Circumstances now) {
            OneCorrectionRequestInTwoWorkdays.check(at, facts.correctionAgainFrom());
        }

        CorrectionRequested requestCorrection(RequestCorrection command, Circumstances now) {
            readyToRequestCorrection(command.at(), now);
            Instant correctBy = now.windowEnd(Duty.CORRECTION, facts.clock(), command.at());
            Instant againFrom =
                    now.calendar().endOfWorkday(command.at(), now.settings().correctionPauseWorkdays());
            return new CorrectionRequested(command.petitionId(), command.reason(), correctBy, againFrom, command.at());
        }

        PetitionNotAccepted reject(RejectPetition command) {
            return new PetitionNotAccepted(command.petitionId(), command.reasonCode(), command.text(), command.at());
        }

        PetitionAccepted accept(AcceptPetition command, Circumstances now) {
            OnlyAnAccusationNamesTheAccused.check(
                    command.petitionClass() == PetitionClass.ACCUSATION, command.accusedAgency());
            if (command.accusedAgency() != null) {
                now.agencies().requireListed(command.accusedAgency());
            }
            String domain = command.domain() == null ? facts.domain() : command.domain();
            Domains.requireListed(domain, now.settings());
            return new PetitionAccepted(
                    command.petitionId(),
                    command.type() == null ? facts.type() : command.type(),
                    domain,
                    command.petitionClass(),
                    command.limitClass(),
                    command.urgency(),
                    command.accusedAgency(),
                    command.at());
        }

        @Override
        public PendingReview with(Facts changed) {
            return new PendingReview(changed);
        }

        @Override
        public State state() {
            return State.PENDING_REVIEW;
        }
    }

    /** 待补正. */
    record AwaitingCorrection(Facts facts, Instant correctBy) implements NotYetResolved {

        @ReadyFor(CorrectPetition.class)
        void readyToCorrect(Instant at, Circumstances now) {
            CorrectionInTime.check(at, until(Duty.CORRECTION, correctBy));
        }

        PetitionCorrected correct(CorrectPetition command, Circumstances now) {
            readyToCorrect(command.at(), now);
            ACorrectionChangesATextThereIs.check(
                    facts.type() == PetitionType.COMPLAINT,
                    facts.suggestion().reasoned(),
                    command.title() != null,
                    command.body() != null,
                    command.claim() != null || command.supplement() != null,
                    command.reason() != null || command.proposal() != null);
            return new PetitionCorrected(
                    command.petitionId(),
                    command.title(),
                    command.body(),
                    command.claim(),
                    command.supplement(),
                    command.reason(),
                    command.proposal(),
                    command.at());
        }

        @Override
        public List<PetitionEvent> lapse(Instant now) {
            Instant due = until(Duty.CORRECTION, correctBy);
            return due.isAfter(now) ? List.of() : List.of(new CorrectionLapsed(facts.petitionId(), due, due));
        }

        @Override
        public Map<String, Instant> limits(Circumstances now) {
            return Map.of("correct", until(Duty.CORRECTION, correctBy));
        }

        @Override
        public AwaitingCorrection with(Facts changed) {
            return new AwaitingCorrection(changed, correctBy);
        }

        @Override
        public State state() {
            return State.AWAITING_CORRECTION;
        }
    }

    /** 已受理(待交办). */
    record Accepted(Facts facts) implements NotYetDispatched, NotYetResolved, Designatable, Publishable {

        PetitionDispatched dispatch(DispatchPetition command, Circumstances now) {
            requireFit(command.agency(), now);
            CountyOfficerStaysInOwnCounty.check(
                    now.actor(), now.agencies().require(command.agency()).district(), true);
            Instant returnBy = now.windowEnd(Duty.RETURN_REQUEST, facts.clock(), command.at());
            return new PetitionDispatched(
                    command.petitionId(), command.agency(), command.note(), returnBy, command.at());
        }

        @Override
        public Accepted with(Facts changed) {
            return new Accepted(changed);
        }

        @Override
        public State state() {
            return State.ACCEPTED;
        }
    }

    /** 已交办(待签收). */
    record Dispatched(Facts facts, Assignment assignment)
            implements NotYetResolved, Returnable, Designatable, Publishable, InAgencyHands {

        @ReadyFor(SignAssignment.class)
        void readyToSign(Instant at, Circumstances now) {
            NothingPendingOnTheAssignment.check(assignment.returnPending());
        }

        AssignmentSigned sign(SignAssignment command, Circumstances now) {
            readyToSign(command.at(), now);
            return new AssignmentSigned(command.petitionId(), assignment.agency(), command.at());
        }

        @Override
        public Dispatched with(Facts changed) {
            return new Dispatched(changed, assignment);
        }

        @Override
        public Dispatched with(Assignment changed) {
            return new Dispatched(facts, changed);
        }

        @Override
        public State state() {
            return State.DISPATCHED;
        }
    }

    /** 办理中. */
    record Handling(Facts facts, Assignment assignment)
            implements NotYetResolved, Returnable, Publishable, InAgencyHands, Pausable {

        @ReadyFor(SignAssignment.class)
        void readyToSign(Instant at, Circumstances now) {
            String agency = now.actor().agency();
            CoHandlersSignOnce.check(
                    assignment.coHandlers().stream().noneMatch(co -> co.agency().equals(agency) && !co.signed()));
        }

        CoHandlerSigned sign(SignAssignment command, Circumstances now) {
            readyToSign(command.at(), now);
            return new CoHandlerSigned(command.petitionId(), now.actor().agency(), command.at());
        }

        CoHandlerProposed propose(ProposeCoHandler command, Circumstances now) {
            boolean release = Boolean.TRUE.equals(command.release());
            requireFitToTakePart(command.agency(), release, now);
            return new CoHandlerProposed(
                    command.petitionId(), command.agency(), release, command.reason(), command.at());
        }

        @ReadyFor(AddCoHandler.class)
        void readyToAddCoHandler(Instant at, Circumstances now) {
            TheLeadAgencyProposesCoHandlers.check(
                    assignment.proposals().stream().allMatch(Assignment.Proposal::release));
        }

        CoHandlerAdded addCoHandler(AddCoHandler command, Circumstances now) {
            readyToAddCoHandler(command.at(), now);
            requireFitToTakePart(command.agency(), false, now);
            TheLeadAgencyProposesCoHandlers.check(
                    !assignment.proposals().contains(new Assignment.Proposal(command.agency(), false)));
            return new CoHandlerAdded(command.petitionId(), command.agency(), command.reason(), command.at());
        }

        @ReadyFor(RemoveCoHandler.class)
        void readyToRemoveCoHandler(Instant at, Circumstances now) {
            TheLeadAgencyProposesCoHandlers.check(
                    assignment.proposals().stream().noneMatch(Assignment.Proposal::release));
        }

        CoHandlerRemoved removeCoHandler(RemoveCoHandler command, Circumstances now) {
            readyToRemoveCoHandler(command.at(), now);
            requireFitToTakePart(command.agency(), true, now);
            TheLeadAgencyProposesCoHandlers.check(
                    !assignment.proposals().contains(new Assignment.Proposal(command.agency(), true)));
            return new CoHandlerRemoved(command.petitionId(), command.agency(), command.reason(), command.at());
        }

        private void requireFitToTakePart(String agency, boolean release, Circumstances now) {
            if (release) {
                OnlyACoHandlerIsReleased.check(!isCoHandler(agency));
            } else {
                now.agencies().require(agency);
                AnotherAgencyTakesPart.check(agency.equals(lead()) || isCoHandler(agency));
                NoAgencyThatIsTheAccused.check(
                        facts.accusedAgency() != null && now.agencies().isOrIsUnder(agency, facts.accusedAgency()));
            }
        }

        @ReadyFor(ReportCoHandling.class)
        void readyToReportCoHandling(Instant at, Circumstances now) {
            String agency = now.actor().agency();
            OnlyCoHandlersReport.check(
                    assignment.coHandlers().stream().noneMatch(co -> co.agency().equals(agency) && co.signed()));
        }

        CoHandlerReported reportCoHandling(ReportCoHandling command, Circumstances now) {
            readyToReportCoHandling(command.at(), now);
            return new CoHandlerReported(command.petitionId(), now.actor().agency(), command.text(), command.at());
        }

        @ReadyFor(RequestExtension.class)
        void readyToRequestExtension(Instant at, Circumstances now) {
            PetitionClock clock = facts.clock();
            ThereIsALimitToExtend.check(clock.main().isEmpty());
            DeadlinePolicy policy = now.policy(clock);
            OneExtension.check(
                    assignment.extension() != null || policy.extension().times() == 0);
            NoExtensionOfAnUrgentMatter.check(facts.urgency() != Urgency.NORMAL);
            ExtensionInTime.check(
                    at, extensionAskedBy(clock.main().orElseThrow().deadline(), policy, now));
        }

        ExtensionRequested requestExtension(RequestExtension command, Circumstances now) {
            readyToRequestExtension(command.at(), now);
            PetitionClock clock = facts.clock();
            Deadline deadline = clock.main().orElseThrow().deadline();
            requireLawful(deadline, command.amount(), now.policy(clock), now);
            return new ExtensionRequested(
                    command.petitionId(), deadline.code(), command.amount(), command.reason(), command.at());
        }

        private static void requireLawful(Deadline deadline, int amount, DeadlinePolicy policy, Circumstances now) {
            Deadline extended = Deadlines.extended(deadline, amount, policy, now.calendar());
            NoLongerThanTheLimitItExtends.check(amount > deadline.amount()
                    || ChronoUnit.DAYS.between(deadline.lastDay(), extended.lastDay())
                            > policy.extension().maxDays());
            NoDeadlinePassesTheLegalLimit.check(extended.capped());
        }

        private static Instant extensionAskedBy(Deadline deadline, DeadlinePolicy policy, Circumstances now) {
            return Deadlines.extensionAskedBy(deadline, policy, now.calendar(), OfficeHours.USUAL);
        }

        @ReadyFor(DecideExtension.class)
        void readyToDecideExtension(Instant at, Circumstances now) {
            AnExtensionIsPending.check(
                    assignment.extension() == null || !assignment.extension().pending());
        }

        List<PetitionEvent> decideExtension(DecideExtension command, Circumstances now) {
            readyToDecideExtension(command.at(), now);
            Assignment.Extension asked = assignment.extension();
            if (!command.granted()) {
                return List.of(
                        new ExtensionRefused(command.petitionId(), asked.code(), command.reason(), command.at()));
            }
            Deadline deadline = facts.clock().main().orElseThrow().deadline();
            DeadlinePolicy policy = now.policy(facts.clock());
            LongExtensionsAreTheLeaders.check(
                    asked.amount() > LONG_EXTENSION && now.actor().role() != Role.BUREAU_LEADER);
            ExtensionGrantedInTime.check(command.at(), deadline.dueAt());
            requireLawful(deadline, asked.amount(), policy, now);
            Deadline extended = Deadlines.extended(deadline, asked.amount(), policy, now.calendar());
            return List.of(
                    new ExtensionGranted(
                            command.petitionId(), asked.code(), asked.amount(), command.reason(), command.at()),
                    new DeadlineChanged(command.petitionId(), extended, command.reason(), command.at()));
        }

        HandlingTerminated terminate(TerminateHandling command) {
            return new HandlingTerminated(command.petitionId(), command.reasonCode(), command.text(), command.at());
        }

        @Override
        public Map<String, Instant> limits(Circumstances now) {
            Map<String, Instant> limits = new HashMap<>(Returnable.super.limits(now));
            facts.clock()
                    .main()
                    .filter(r -> assignment.extension() == null)
                    .ifPresent(r -> limits.put(
                            "request-extension", extensionAskedBy(r.deadline(), now.policy(facts.clock()), now)));
            return limits;
        }

        CitizenContacted logContact(LogContact command) {
            return new CitizenContacted(
                    command.petitionId(), command.channel(), command.reached(), command.note(), command.at());
        }

        SiteVisitRecorded logSiteVisit(LogSiteVisit command) {
            return new SiteVisitRecorded(command.petitionId(), command.place(), command.findings(), command.at());
        }

        @ReadyFor(StudySuggestion.class)
        void readyToStudy(Instant at, Circumstances now) {
            OnlyASuggestionIsStudied.check(facts.section() == Section.SUGGESTION);
        }

        SuggestionStudied study(StudySuggestion command, Circumstances now) {
            readyToStudy(command.at(), now);
            return new SuggestionStudied(
                    command.petitionId(), command.form(), command.withProposer(), command.conclusion(), command.at());
        }

        ProgressPosted postProgress(PostProgress command) {
            return new ProgressPosted(command.petitionId(), command.text(), command.at());
        }

        @ReadyFor(SubmitReply.class)
        void readyToSubmitReply(Instant at, Circumstances now) {
            NothingPendingOnTheAssignment.check(assignment.returnPending());
            AllCoHandlersReported.check(assignment.coHandlers().stream().anyMatch(co -> !co.reported()));
        }

        List<PetitionEvent> submitReply(SubmitReply command, Circumstances now) {
            readyToSubmitReply(command.at(), now);
            OutcomeFitsTheSection.check(
                    facts.section() == Section.SUGGESTION, SUGGESTION_OUTCOMES.contains(command.outcome()));
            List<PetitionEvent> events = new ArrayList<>();
            if (facts.clock().standstill() != null) {
                // Who answers waits for nothing any more.
                events.addAll(facts.clock().resume(command.at(), now.rules()));
            }
            events.add(new ReplySubmitted(
                    command.petitionId(),
                    facts.replies() + 1,
                    now.actor().id(),
                    command.outcome(),
                    command.text(),
                    command.legalBasis(),
                    command.evidence(),
                    command.at()));
            return events;
        }

        @Override
        public Handling with(Facts changed) {
            return new Handling(changed, assignment);
        }

        @Override
        public Handling with(Assignment changed) {
            return new Handling(facts, changed);
        }

        @Override
        public State state() {
            return State.HANDLING;
        }
    }

    /** How a suggestion can end (Art. 29); every other section has the outcomes of Art. 32. */
    Set<ReplyOutcome> SUGGESTION_OUTCOMES = Set.of(
            ReplyOutcome.ADOPTED, ReplyOutcome.PARTLY_ADOPTED, ReplyOutcome.FOR_REFERENCE, ReplyOutcome.NOT_ADOPTED);

    /**
     * 答复审核中.
     *
     * @param replyAuthor who wrote the reply in review
     * @param approved    whether the agency approved it, so that only the bureau's check is left
     */
    record ReplyInReview(Facts facts, Assignment assignment, String replyAuthor, ReplyOutcome outcome, boolean approved)
            implements NotYetResolved, Assigned, Publishable, InAgencyHands {

        ReplySentBack returnReply(ReturnReply command) {
            return new ReplySentBack(command.petitionId(), command.reason(), command.at());
        }

        @ReadyFor(ApproveReply.class)
        void readyToApprove(Instant at, Circumstances now) {
            AReplyAuthorMayNotApproveIt.check(now.actor(), replyAuthor);
            NotYetApproved.check(approved);
        }

        List<PetitionEvent> approve(ApproveReply command, Circumstances now) {
            readyToApprove(command.at(), now);
            boolean checkDue = facts.type() == PetitionType.COMPLAINT
                    || facts.clock().round() > 0
                    || facts.supervised()
                    || now.settings().sampled(command.petitionId());
            ReplyApproved replyApproved = new ReplyApproved(command.petitionId(), checkDue, command.at());
            return checkDue ? List.of(replyApproved) : List.of(replyApproved, resolved(command.at(), now));
        }

        @ReadyFor(ConfirmReply.class)
        void readyToConfirm(Instant at, Circumstances now) {
            AgencyApprovalPresent.check(approved);
        }

        List<PetitionEvent> confirm(ConfirmReply command, Circumstances now) {
            readyToConfirm(command.at(), now);
            return List.of(new ReplyConfirmed(command.petitionId(), command.at()), resolved(command.at(), now));
        }

        private PetitionResolved resolved(Instant at, Circumstances now) {
            Instant evaluateBy = now.windowEnd(Duty.EVALUATION, facts.clock(), at);
            return new PetitionResolved(facts.petitionId(), outcome, evaluateBy, at);
        }

        @Override
        public ReplyInReview with(Assignment changed) {
            return new ReplyInReview(facts, changed, replyAuthor, outcome, approved);
        }

        @Override
        public ReplyInReview with(Facts changed) {
            return new ReplyInReview(changed, assignment, replyAuthor, outcome, approved);
        }

        @Override
        public State state() {
            return State.REPLY_IN_REVIEW;
        }
    }

    /** 已办结(待评价). */
    record Resolved(Facts facts, AfterReply after) implements Publishable, Answered, InAgencyHands {

        @ReadyFor(EvaluatePetition.class)
        void readyToEvaluate(Instant at, Circumstances now) {
            OnceInARound.check(after.rating() != AfterReply.Rating.NONE);
            WithinTheEvaluationWindow.check(at, evaluateBy());
        }

        List<PetitionEvent> evaluate(EvaluatePetition command, Circumstances now) {
            readyToEvaluate(command.at(), now);
            RatingIsComplete.check(command.solved() != null, facts.imported());
            double overall = now.settings().overall(command.solved(), command.manner(), command.speed());
            SatisfactionBand band = overall > 3
                    ? SatisfactionBand.SATISFIED
                    : overall > 2 ? SatisfactionBand.BASICALLY_SATISFIED : SatisfactionBand.DISSATISFIED;
            PetitionEvaluated rated = new PetitionEvaluated(
                    command.petitionId(),
                    command.solved(),
                    command.manner(),
                    command.speed(),
                    overall,
                    band,
                    command.comment(),
                    command.at());
            return List.of(
                    rated,
                    band == SatisfactionBand.DISSATISFIED
                            ? new CallbackRequired(
                                    command.petitionId(),
                                    now.windowEnd(Duty.CALLBACK, facts.clock(), command.at()),
                                    command.at())
                            : new PetitionClosed(command.petitionId(), ClosingReason.EVALUATED, command.at()));
        }

        @ReadyFor(RecordCallback.class)
        void readyToRecordCallback(Instant at, Circumstances now) {
            ACallbackIsDue.check(!after.callbackDue());
        }

        List<PetitionEvent> recordCallback(RecordCallback command, Circumstances now) {
            readyToRecordCallback(command.at(), now);
            boolean told = command.solved() != null && command.ratingReasonable() != null;
            ACallbackIsComplete.check(
                    command.reached() ? !told || command.handleAgain() == null : command.solved() != null);
            CallbackRecorded recorded = new CallbackRecorded(
                    command.petitionId(),
                    command.reached(),
                    command.solved(),
                    Boolean.TRUE.equals(command.ratingReasonable()),
                    command.replyFalse(),
                    command.note(),
                    command.at());
            if (command.handleAgain() == null) {
                return List.of(recorded);
            }
            return List.of(
                    recorded,
                    command.handleAgain()
                            ? reopened("回访后重办", command.at(), now)
                            : new PetitionClosed(command.petitionId(), ClosingReason.EXPLAINED, command.at()));
        }

        @Override
        public List<PetitionEvent> lapse(Instant now) {
            Instant due = evaluateBy();
            return after.rating() != AfterReply.Rating.NONE || due.isAfter(now)
                    ? List.of()
                    : List.of(
                            new EvaluationLapsed(facts.petitionId(), due, due),
                            new PetitionClosed(facts.petitionId(), ClosingReason.EVALUATION_LAPSED, due));
        }

        private Instant evaluateBy() {
            return until(Duty.EVALUATION, after.evaluateBy());
        }

        @Override
        public Map<String, Instant> limits(Circumstances now) {
            Map<String, Instant> limits = rights();
            if (after.rating() == AfterReply.Rating.NONE) {
                limits.put("evaluate", evaluateBy());
            }
            Instant callBackBy = until(Duty.CALLBACK, null);
            if (callBackBy != null) {
                limits.put("record-callback", callBackBy);
            }
            return limits;
        }

        @Override
        public Resolved with(Facts changed) {
            return new Resolved(changed, after);
        }

        @Override
        public Resolved with(AfterReply changed) {
            return new Resolved(facts, changed);
        }

        @Override
        public State state() {
            return State.RESOLVED;
        }
    }

    /** 已结案. */
    record Closed(Facts facts, AfterReply after) implements Publishable, Answered, InAgencyHands, Archivable {

        @Override
        public List<PetitionEvent> lapse(Instant now) {
            return archive(now, after.review().pending());
        }

        @Override
        public Map<String, Instant> limits(Circumstances now) {
            return rights();
        }

        @Override
        public Closed with(Facts changed) {
            return new Closed(changed, after);
        }

        @Override
        public Closed with(AfterReply changed) {
            return new Closed(facts, changed);
        }

        @Override
        public State state() {
            return State.CLOSED;
        }
    }

    /** 终止办理: explained to the author, without an answer. */
    record Terminated(Facts facts, String lead) implements Publishable, Archivable {

        @Override
        public List<PetitionEvent> lapse(Instant now) {
            return archive(now, false);
        }

        @Override
        public Terminated with(Facts changed) {
            return new Terminated(changed, lead);
        }

        @Override
        public State state() {
            return State.TERMINATED;
        }
    }

    /** 已归档. */
    record Archived(Facts facts, String lead) implements Shown, Selectable {

        @Override
        public Archived with(Facts changed) {
            return new Archived(changed, lead);
        }

        @Override
        public State state() {
            return State.ARCHIVED;
        }
    }

    /** 不予受理, 已转出, 已并案 or 已撤回: nothing can follow (invariant 7). */
    record Ended(Facts facts, State state, String lead) implements Stage {

        @Override
        public Ended with(Facts changed) {
            return new Ended(changed, state, lead);
        }
    }
}
