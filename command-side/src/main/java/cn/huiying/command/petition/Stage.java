package cn.huiying.command.petition;

import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.accepting.OnlyAnAccusationNamesTheAccused;
import cn.huiying.command.petition.contacting.LogContact;
import cn.huiying.command.petition.correcting.ACorrectionChangesATextThereIs;
import cn.huiying.command.petition.correcting.CorrectPetition;
import cn.huiying.command.petition.correcting.CorrectionInTime;
import cn.huiying.command.petition.correcting.LapseCorrection;
import cn.huiying.command.petition.correcting.LapseOnlyAfterTheDueMoment;
import cn.huiying.command.petition.correcting.OneCorrectionRequestInTwoWorkdays;
import cn.huiying.command.petition.correcting.RequestCorrection;
import cn.huiying.command.petition.designating.DesignateAgency;
import cn.huiying.command.petition.designating.DesignatedOnlyAfterADispute;
import cn.huiying.command.petition.dispatching.CountyOfficerStaysInOwnCounty;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.dispatching.NoAgencyThatIsTheAccused;
import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.command.petition.evaluating.LapseEvaluation;
import cn.huiying.command.petition.evaluating.OnceInARound;
import cn.huiying.command.petition.evaluating.RatingIsComplete;
import cn.huiying.command.petition.evaluating.WithinTheEvaluationWindow;
import cn.huiying.command.petition.merging.MergeAsDuplicate;
import cn.huiying.command.petition.merging.OnlyTheSameAuthorsPetitionsAreMerged;
import cn.huiying.command.petition.merging.TheMainPetitionStands;
import cn.huiying.command.petition.progressing.PostProgress;
import cn.huiying.command.petition.publishing.APublishedPetitionComesFirst;
import cn.huiying.command.petition.publishing.AnAccusationIsNeverPublished;
import cn.huiying.command.petition.publishing.AuthorWishesToBeSeen;
import cn.huiying.command.petition.publishing.PublishPetition;
import cn.huiying.command.petition.publishing.PublishReply;
import cn.huiying.command.petition.publishing.TakeDownPetition;
import cn.huiying.command.petition.redirecting.RedirectPetition;
import cn.huiying.command.petition.rejecting.RejectPetition;
import cn.huiying.command.petition.replying.AReplyAuthorMayNotApproveIt;
import cn.huiying.command.petition.replying.AgencyApprovalPresent;
import cn.huiying.command.petition.replying.ApproveReply;
import cn.huiying.command.petition.replying.ConfirmReply;
import cn.huiying.command.petition.replying.NotYetApproved;
import cn.huiying.command.petition.replying.OutcomeFitsTheSection;
import cn.huiying.command.petition.replying.ReturnReply;
import cn.huiying.command.petition.replying.SubmitReply;
import cn.huiying.command.petition.returning.ADesignatedAgencyCannotReturn;
import cn.huiying.command.petition.returning.AReturnIsPending;
import cn.huiying.command.petition.returning.DecideReturn;
import cn.huiying.command.petition.returning.OnePendingReturn;
import cn.huiying.command.petition.returning.RequestReturn;
import cn.huiying.command.petition.returning.ReturnInTime;
import cn.huiying.command.petition.signing.NothingPendingOnTheAssignment;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.command.petition.visiting.LogSiteVisit;
import cn.huiying.command.petition.withdrawing.NoWithdrawalOfAMajorMatter;
import cn.huiying.command.petition.withdrawing.WithdrawPetition;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a petition stands, as a type: what is legal only in one stage is a method of that stage's record; what is legal in
 * several is a method of an interface they share. Stages are pure: time, ids and the world come in with the call.
 */
sealed interface Stage {

    Facts facts();

    Stage with(Facts facts);

    State state();

    /** Directory code of the lead agency that has, or had, the petition in hand; null where there is none. */
    default String lead() {
        return null;
    }

    /** Until when the commands that have a limit of their own are possible, by slug. */
    default Map<String, Instant> limits() {
        return Map.of();
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
    }

    /** The author may still take the petition back. */
    sealed interface NotYetResolved extends Stage
            permits PendingReview, AwaitingCorrection, Accepted, Dispatched, Handling, ReplyInReview {

        default PetitionWithdrawn withdraw(WithdrawPetition command) {
            NoWithdrawalOfAMajorMatter.check(facts().urgency() == Urgency.MAJOR);
            return new PetitionWithdrawn(command.petitionId(), command.reason(), command.at());
        }
    }

    /** A lead agency has the petition. */
    sealed interface Assigned extends Stage permits Returnable, ReplyInReview {

        Assignment assignment();

        @Override
        default String lead() {
            return assignment().agency();
        }
    }

    /** The lead agency may still object that the matter is not its own. */
    sealed interface Returnable extends Assigned permits Dispatched, Handling {

        Returnable with(Assignment assignment);

        @Override
        default Map<String, Instant> limits() {
            return assignment().returnBy() == null
                    ? Map.of()
                    : Map.of("request-return", assignment().returnBy());
        }

        default ReturnRequested requestReturn(RequestReturn command, Circumstances now) {
            ADesignatedAgencyCannotReturn.check(assignment().designated());
            OnePendingReturn.check(assignment().returnPending());
            ReturnInTime.check(command.at(), assignment().returnBy());
            now.agencies().require(command.suggestedAgency());
            return new ReturnRequested(
                    command.petitionId(),
                    assignment().agency(),
                    command.reason(),
                    command.suggestedAgency(),
                    command.at());
        }

        default PetitionEvent decideReturn(DecideReturn command) {
            AReturnIsPending.check(assignment().returnPending());
            String agency = assignment().agency();
            return command.granted()
                    ? new ReturnGranted(command.petitionId(), agency, command.reason(), command.at())
                    : new ReturnRefused(command.petitionId(), agency, command.reason(), command.at());
        }
    }

    /** A bureau leader may settle which agency has to handle the petition. */
    sealed interface Designatable extends Stage permits Accepted, Dispatched {

        default AgencyDesignated designate(DesignateAgency command, Circumstances now) {
            DesignatedOnlyAfterADispute.check(facts().returnRequests());
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
    sealed interface Publishable extends Stage permits Accepted, Dispatched, Handling, ReplyInReview, Resolved, Closed {

        default PetitionPublished publish(PublishPetition command) {
            AnAccusationIsNeverPublished.check(facts().accusation());
            AuthorWishesToBeSeen.check(facts().visibilityWish() == VisibilityWish.PRIVATE);
            return new PetitionPublished(command.petitionId(), command.title(), command.body(), command.at());
        }

        default PetitionTakenDown takeDown(TakeDownPetition command) {
            APublishedPetitionComesFirst.check(facts().published());
            return new PetitionTakenDown(command.petitionId(), command.reason(), command.at());
        }
    }

    /** The reply has reached the author. */
    sealed interface Answered extends Stage permits Resolved, Closed {

        default PublicReplyPublished publishReply(PublishReply command) {
            APublishedPetitionComesFirst.check(facts().published());
            return new PublicReplyPublished(command.petitionId(), command.text(), command.at());
        }
    }

    /** 待审核. */
    record PendingReview(Facts facts) implements NotYetDispatched, NotYetResolved {

        CorrectionRequested requestCorrection(RequestCorrection command, Circumstances now) {
            OneCorrectionRequestInTwoWorkdays.check(command.at(), facts.correctionAgainFrom());
            Instant correctBy =
                    now.calendar().endOfWorkday(command.at(), now.settings().correctionWorkdays());
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

        PetitionCorrected correct(CorrectPetition command) {
            CorrectionInTime.check(command.at(), correctBy);
            ACorrectionChangesATextThereIs.check(
                    facts.type() == PetitionType.COMPLAINT,
                    command.title() != null,
                    command.body() != null,
                    command.claim() != null,
                    command.supplement() != null);
            return new PetitionCorrected(
                    command.petitionId(),
                    command.title(),
                    command.body(),
                    command.claim(),
                    command.supplement(),
                    command.at());
        }

        CorrectionLapsed lapse(LapseCorrection command) {
            LapseOnlyAfterTheDueMoment.check(command.at(), correctBy);
            return new CorrectionLapsed(command.petitionId(), correctBy, command.at());
        }

        @Override
        public Map<String, Instant> limits() {
            return Map.of("correct", correctBy);
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
            Instant returnBy =
                    now.calendar().endOfWorkday(command.at(), now.settings().returnWorkdays());
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
            implements NotYetResolved, Returnable, Designatable, Publishable {

        AssignmentSigned sign(SignAssignment command) {
            NothingPendingOnTheAssignment.check(assignment.returnPending());
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
    record Handling(Facts facts, Assignment assignment) implements NotYetResolved, Returnable, Publishable {

        CitizenContacted logContact(LogContact command) {
            return new CitizenContacted(
                    command.petitionId(), command.channel(), command.reached(), command.note(), command.at());
        }

        SiteVisitRecorded logSiteVisit(LogSiteVisit command) {
            return new SiteVisitRecorded(command.petitionId(), command.place(), command.findings(), command.at());
        }

        ProgressPosted postProgress(PostProgress command) {
            return new ProgressPosted(command.petitionId(), command.text(), command.at());
        }

        ReplySubmitted submitReply(SubmitReply command, Circumstances now) {
            NothingPendingOnTheAssignment.check(assignment.returnPending());
            OutcomeFitsTheSection.check(
                    facts.section() == Section.SUGGESTION, SUGGESTION_OUTCOMES.contains(command.outcome()));
            return new ReplySubmitted(
                    command.petitionId(),
                    facts.replies() + 1,
                    now.actor().id(),
                    command.outcome(),
                    command.text(),
                    command.legalBasis(),
                    command.evidence(),
                    command.at());
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
            implements NotYetResolved, Assigned, Publishable {

        ReplySentBack returnReply(ReturnReply command) {
            return new ReplySentBack(command.petitionId(), command.reason(), command.at());
        }

        List<PetitionEvent> approve(ApproveReply command, Circumstances now) {
            AReplyAuthorMayNotApproveIt.check(now.actor(), replyAuthor);
            NotYetApproved.check(approved);
            boolean checkDue =
                    facts.type() == PetitionType.COMPLAINT || now.settings().sampled(command.petitionId());
            ReplyApproved replyApproved = new ReplyApproved(command.petitionId(), checkDue, command.at());
            return checkDue ? List.of(replyApproved) : List.of(replyApproved, resolved(command.at(), now));
        }

        List<PetitionEvent> confirm(ConfirmReply command, Circumstances now) {
            AgencyApprovalPresent.check(approved);
            return List.of(new ReplyConfirmed(command.petitionId(), command.at()), resolved(command.at(), now));
        }

        private PetitionResolved resolved(Instant at, Circumstances now) {
            Instant evaluateBy =
                    now.calendar().endOfCalendarDay(at, now.settings().evaluationDays());
            return new PetitionResolved(facts.petitionId(), outcome, evaluateBy, at);
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
    record Resolved(Facts facts, String lead, Instant evaluateBy, boolean evaluated) implements Publishable, Answered {

        List<PetitionEvent> evaluate(EvaluatePetition command, Circumstances now) {
            RatingIsComplete.check(command.solved() != null, facts.imported());
            OnceInARound.check(evaluated);
            WithinTheEvaluationWindow.check(command.at(), evaluateBy);
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
                                    now.calendar()
                                            .endOfWorkday(
                                                    command.at(), now.settings().callBackWorkdays()),
                                    command.at())
                            : new PetitionClosed(command.petitionId(), ClosingReason.EVALUATED, command.at()));
        }

        List<PetitionEvent> lapse(LapseEvaluation command) {
            OnceInARound.check(evaluated);
            LapseOnlyAfterTheDueMoment.check(command.at(), evaluateBy);
            return List.of(
                    new EvaluationLapsed(command.petitionId(), evaluateBy, command.at()),
                    new PetitionClosed(command.petitionId(), ClosingReason.EVALUATION_LAPSED, command.at()));
        }

        @Override
        public Map<String, Instant> limits() {
            return Map.of("evaluate", evaluateBy);
        }

        @Override
        public Resolved with(Facts changed) {
            return new Resolved(changed, lead, evaluateBy, evaluated);
        }

        @Override
        public State state() {
            return State.RESOLVED;
        }
    }

    /** 已结案. */
    record Closed(Facts facts, String lead) implements Publishable, Answered {

        @Override
        public Closed with(Facts changed) {
            return new Closed(changed, lead);
        }

        @Override
        public State state() {
            return State.CLOSED;
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
