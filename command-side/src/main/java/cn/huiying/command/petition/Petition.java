package cn.huiying.command.petition;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.GivenAnswers;
import cn.huiying.command.petition.Stage.Accepted;
import cn.huiying.command.petition.Stage.Answered;
import cn.huiying.command.petition.Stage.Assigned;
import cn.huiying.command.petition.Stage.AwaitingCorrection;
import cn.huiying.command.petition.Stage.Designatable;
import cn.huiying.command.petition.Stage.Dispatched;
import cn.huiying.command.petition.Stage.Handling;
import cn.huiying.command.petition.Stage.InAgencyHands;
import cn.huiying.command.petition.Stage.NotYetDispatched;
import cn.huiying.command.petition.Stage.NotYetResolved;
import cn.huiying.command.petition.Stage.Pausable;
import cn.huiying.command.petition.Stage.PendingReview;
import cn.huiying.command.petition.Stage.Publishable;
import cn.huiying.command.petition.Stage.ReplyInReview;
import cn.huiying.command.petition.Stage.Resolved;
import cn.huiying.command.petition.Stage.Returnable;
import cn.huiying.command.petition.Stage.Selectable;
import cn.huiying.command.petition.Stage.Shown;
import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.command.petition.attaching.AddAttachment;
import cn.huiying.command.petition.attaching.HideAttachment;
import cn.huiying.command.petition.attaching.RemoveAttachment;
import cn.huiying.command.petition.callingback.RecordCallback;
import cn.huiying.command.petition.challenging.ChallengeEvaluation;
import cn.huiying.command.petition.challenging.DecideChallenge;
import cn.huiying.command.petition.cohandling.AddCoHandler;
import cn.huiying.command.petition.cohandling.ProposeCoHandler;
import cn.huiying.command.petition.cohandling.RemoveCoHandler;
import cn.huiying.command.petition.cohandling.ReportCoHandling;
import cn.huiying.command.petition.contacting.LogContact;
import cn.huiying.command.petition.converting.NoteConversion;
import cn.huiying.command.petition.correcting.CorrectPetition;
import cn.huiying.command.petition.correcting.RequestCorrection;
import cn.huiying.command.petition.designating.DesignateAgency;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.due.RecalculateDeadlines;
import cn.huiying.command.petition.due.RecordDueMoments;
import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.command.petition.explaining.ExplainDelay;
import cn.huiying.command.petition.extending.DecideExtension;
import cn.huiying.command.petition.extending.RequestExtension;
import cn.huiying.command.petition.handingover.HandOverToSuccessor;
import cn.huiying.command.petition.merging.MergeAsDuplicate;
import cn.huiying.command.petition.pausing.PauseClock;
import cn.huiying.command.petition.pausing.ResumeClock;
import cn.huiying.command.petition.progressing.PostProgress;
import cn.huiying.command.petition.publishing.PublishPetition;
import cn.huiying.command.petition.publishing.PublishReply;
import cn.huiying.command.petition.publishing.TakeDownPetition;
import cn.huiying.command.petition.recusing.DeclareRecusal;
import cn.huiying.command.petition.redirecting.RedirectPetition;
import cn.huiying.command.petition.reexamining.ConcludeReexamination;
import cn.huiying.command.petition.reexamining.ConcludeReview;
import cn.huiying.command.petition.reexamining.RequestReexamination;
import cn.huiying.command.petition.reexamining.RequestReview;
import cn.huiying.command.petition.rejecting.RejectPetition;
import cn.huiying.command.petition.reopening.ReopenPetition;
import cn.huiying.command.petition.replying.ApproveReply;
import cn.huiying.command.petition.replying.ConfirmReply;
import cn.huiying.command.petition.replying.ReturnReply;
import cn.huiying.command.petition.replying.SubmitReply;
import cn.huiying.command.petition.resectioning.ResectionPetition;
import cn.huiying.command.petition.returning.DecideReturn;
import cn.huiying.command.petition.returning.RequestReturn;
import cn.huiying.command.petition.rewarding.RewardSuggestion;
import cn.huiying.command.petition.rewarding.SelectSuggestion;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.command.petition.studying.StudySuggestion;
import cn.huiying.command.petition.submitting.ASuggestionGivesReasonAndProposal;
import cn.huiying.command.petition.submitting.ATopicIsAnsweredWhileItIsOpen;
import cn.huiying.command.petition.submitting.AccountMayPost;
import cn.huiying.command.petition.submitting.AnInquiryNamesItsPolicy;
import cn.huiying.command.petition.submitting.ComplaintHasClaimOthersHaveBody;
import cn.huiying.command.petition.submitting.OnlyASuggestionAnswersATopic;
import cn.huiying.command.petition.submitting.SectionFitsTheAuthor;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.command.petition.supervising.NoteMediaReport;
import cn.huiying.command.petition.supervising.PutUnderSupervision;
import cn.huiying.command.petition.supervising.ReleaseFromSupervision;
import cn.huiying.command.petition.terminating.TerminateHandling;
import cn.huiying.command.petition.visiting.LogSiteVisit;
import cn.huiying.command.petition.withdrawing.WithdrawPetition;
import cn.huiying.command.policy.PolicyLibrary;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One petition 诉求件 as the framework sees it: routing and identity. What may happen when is decided by its {@link Stage}. */
@Aggregate(type = "Petition", cache = "petitionCache")
class Petition {

    @AggregateIdentifier
    private PetitionId id;

    private Stage stage;

    /** The version of the last event by which anything changed; that time passed is no reason to read the petition again. */
    private long changed;

    private final GivenAnswers<Outcome> answers = new GivenAnswers<>();

    /** For the framework, which folds the events into it. */
    Petition() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome decide(
            SubmitPetition command,
            Circumstances now,
            Accounts accounts,
            PolicyLibrary library,
            SuggestionTopics topics) {
        AccountStanding account = accounts.standing(command.author());
        AccountMayPost.check(account);
        boolean postedHere = command.source() == null;
        if (postedHere) {
            SectionFitsTheAuthor.check(command.section(), account.enterprise() != null);
            AnInquiryNamesItsPolicy.check(command.section() == Section.POLICY_INQUIRY, command.policy() != null);
            if (command.policy() != null) {
                library.requireOpenToInquiries(command.policy(), command.at());
            }
        }
        Domains.requireListed(command.domain(), now.settings());
        boolean suggestion = command.section() == Section.SUGGESTION && (postedHere || command.reason() != null);
        ASuggestionGivesReasonAndProposal.check(
                suggestion,
                command.type() == PetitionType.ADVICE,
                command.reason() != null,
                command.proposal() != null,
                command.body() != null || command.claim() != null || command.supplement() != null);
        if (!suggestion) {
            ComplaintHasClaimOthersHaveBody.check(
                    command.type() == PetitionType.COMPLAINT,
                    command.body() != null,
                    command.claim() != null,
                    command.supplement() != null);
        }
        if (command.topic() != null) {
            OnlyASuggestionAnswersATopic.check(command.section() == Section.SUGGESTION);
            // History names what was asked elsewhere.
            ATopicIsAnsweredWhileItIsOpen.check(!postedHere || topics.isOpen(command.topic(), command.at()));
        }
        PetitionSubmitted submitted = new PetitionSubmitted(
                command.petitionId(),
                command.number(),
                command.author(),
                command.section(),
                command.board(),
                command.type(),
                command.domain(),
                command.district(),
                command.visibilityWish(),
                command.nickname(),
                command.title(),
                command.body(),
                command.claim(),
                command.supplement(),
                command.place(),
                command.hiddenRemark(),
                command.policy(),
                command.topic(),
                command.reason(),
                command.proposal(),
                account.noticeVersion(),
                command.source(),
                command.at());
        List<PetitionEvent> consequences = PetitionClock.of(submitted).consequences(submitted, now.rules());
        AggregateLifecycle.apply(submitted);
        consequences.forEach(AggregateLifecycle::apply);
        return outcome();
    }

    /**
     * What holds for every command: a repeated request is answered again, then who, then on which version. What was due before
     * the command is recorded before it, so that the history does not depend on when the sweep came by.
     */
    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain, Circumstances now) throws Exception {
        MetaData metadata = command.getMetaData();
        Optional<Outcome> answer = answers.to(metadata);
        if (answer.isPresent()) {
            return answer.get();
        }
        if (command.getPayload() instanceof SubmitPetition submit) {
            PetitionAccess.checkRole(SubmitPetition.class, now.actor());
            PetitionAccess.checkAuthor(now.actor(), submit.author());
            return chain.proceed();
        }
        PetitionAccess.check(command.getPayloadType(), now.actor(), stage);
        if (metadata.get(CommandMetadata.EXPECTED_VERSION) instanceof Number expected
                && (expected.longValue() < changed || expected.longValue() > getVersion())) {
            throw new Refused(new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "该留言已被他人更新(当前版本 " + getVersion() + "),请刷新后再操作。",
                    "The petition was changed meanwhile (it is at version " + getVersion() + "); load it again.",
                    stage.state().name(),
                    List.of()));
        }
        Instant at = ((PetitionCommand) command.getPayload()).at();
        recordDue(at, now);
        return chain.proceed();
    }

    @CommandHandler
    Outcome decide(RequestCorrection command, Circumstances now) {
        return apply(now, require(command, PendingReview.class).requestCorrection(command, now));
    }

    @CommandHandler
    Outcome decide(CorrectPetition command, Circumstances now) {
        return apply(now, require(command, AwaitingCorrection.class).correct(command, now));
    }

    @CommandHandler
    Outcome decide(RejectPetition command, Circumstances now) {
        return apply(now, require(command, PendingReview.class).reject(command));
    }

    @CommandHandler
    Outcome decide(RedirectPetition command, Circumstances now) {
        return apply(now, require(command, NotYetDispatched.class).redirect(command));
    }

    @CommandHandler
    Outcome decide(MergeAsDuplicate command, Circumstances now, Petitions petitions) {
        NotYetDispatched current = require(command, NotYetDispatched.class);
        return apply(now, current.merge(command, petitions.require(command.main())));
    }

    @CommandHandler
    Outcome decide(AcceptPetition command, Circumstances now) {
        return apply(now, require(command, PendingReview.class).accept(command, now));
    }

    @CommandHandler
    Outcome decide(DispatchPetition command, Circumstances now) {
        return apply(now, require(command, Accepted.class).dispatch(command, now));
    }

    @CommandHandler
    Outcome decide(RequestReturn command, Circumstances now) {
        return apply(now, require(command, Returnable.class).requestReturn(command, now));
    }

    @CommandHandler
    Outcome decide(DecideReturn command, Circumstances now) {
        return apply(now, require(command, Returnable.class).decideReturn(command, now));
    }

    @CommandHandler
    Outcome decide(DesignateAgency command, Circumstances now) {
        return apply(now, require(command, Designatable.class).designate(command, now));
    }

    @CommandHandler
    Outcome decide(LogContact command, Circumstances now) {
        return apply(now, require(command, Handling.class).logContact(command));
    }

    @CommandHandler
    Outcome decide(LogSiteVisit command, Circumstances now) {
        return apply(now, require(command, Handling.class).logSiteVisit(command));
    }

    @CommandHandler
    Outcome decide(PostProgress command, Circumstances now) {
        return apply(now, require(command, Handling.class).postProgress(command));
    }

    @CommandHandler
    Outcome decide(StudySuggestion command, Circumstances now) {
        return apply(now, require(command, Handling.class).study(command, now));
    }

    @CommandHandler
    Outcome decide(SelectSuggestion command, Circumstances now) {
        return apply(now, require(command, Selectable.class).select(command, now));
    }

    @CommandHandler
    Outcome decide(RewardSuggestion command, Circumstances now) {
        return apply(now, require(command, Selectable.class).reward(command, now));
    }

    @CommandHandler
    Outcome decide(SubmitReply command, Circumstances now) {
        return apply(now, require(command, Handling.class).submitReply(command, now));
    }

    @CommandHandler
    Outcome decide(ReturnReply command, Circumstances now) {
        return apply(now, require(command, ReplyInReview.class).returnReply(command));
    }

    @CommandHandler
    Outcome decide(ApproveReply command, Circumstances now) {
        return apply(now, require(command, ReplyInReview.class).approve(command, now));
    }

    @CommandHandler
    Outcome decide(ConfirmReply command, Circumstances now) {
        return apply(now, require(command, ReplyInReview.class).confirm(command, now));
    }

    @CommandHandler
    Outcome decide(EvaluatePetition command, Circumstances now) {
        return apply(now, require(command, Resolved.class).evaluate(command, now));
    }

    @CommandHandler
    Outcome decide(WithdrawPetition command, Circumstances now) {
        return apply(now, require(command, NotYetResolved.class).withdraw(command, now));
    }

    @CommandHandler
    Outcome decide(PublishPetition command, Circumstances now) {
        return apply(now, require(command, Publishable.class).publish(command, now));
    }

    @CommandHandler
    Outcome decide(PublishReply command, Circumstances now) {
        return apply(now, require(command, Answered.class).publishReply(command, now));
    }

    @CommandHandler
    Outcome decide(TakeDownPetition command, Circumstances now) {
        return apply(now, require(command, Shown.class).takeDown(command, now));
    }

    @CommandHandler
    Outcome decide(AddAttachment command, Circumstances now, Accounts accounts) {
        NotYetResolved current = require(command, NotYetResolved.class);
        AccountMayPost.check(accounts.standing(current.facts().author()));
        return apply(now, current.addAttachment(command, now));
    }

    @CommandHandler
    Outcome decide(RemoveAttachment command, Circumstances now) {
        return apply(now, require(command, NotYetResolved.class).removeAttachment(command, now));
    }

    @CommandHandler
    Outcome decide(HideAttachment command, Circumstances now) {
        return apply(now, require(command, Shown.class).hideAttachment(command, now));
    }

    /** The lead agency signs for the petition, then co-handlers for their parts. */
    @CommandHandler
    Outcome decide(SignAssignment command, Circumstances now) {
        return apply(
                now,
                stage instanceof Handling handling
                                && handling.isCoHandler(now.actor().agency())
                        ? handling.sign(command, now)
                        : require(command, Dispatched.class).sign(command, now));
    }

    @CommandHandler
    Outcome decide(ProposeCoHandler command, Circumstances now) {
        return apply(now, require(command, Handling.class).propose(command, now));
    }

    @CommandHandler
    Outcome decide(AddCoHandler command, Circumstances now) {
        return apply(now, require(command, Handling.class).addCoHandler(command, now));
    }

    @CommandHandler
    Outcome decide(RemoveCoHandler command, Circumstances now) {
        return apply(now, require(command, Handling.class).removeCoHandler(command, now));
    }

    @CommandHandler
    Outcome decide(ReportCoHandling command, Circumstances now) {
        return apply(now, require(command, Handling.class).reportCoHandling(command, now));
    }

    @CommandHandler
    Outcome decide(DeclareRecusal command, Circumstances now) {
        return apply(now, require(command, NotYetResolved.class).declareRecusal(command, now));
    }

    @CommandHandler
    Outcome decide(RequestExtension command, Circumstances now) {
        return apply(now, require(command, Handling.class).requestExtension(command, now));
    }

    @CommandHandler
    Outcome decide(DecideExtension command, Circumstances now) {
        return apply(now, require(command, Handling.class).decideExtension(command, now));
    }

    @CommandHandler
    Outcome decide(PauseClock command, Circumstances now) {
        return apply(now, require(command, Pausable.class).pauseClock(command, now));
    }

    @CommandHandler
    Outcome decide(ResumeClock command, Circumstances now) {
        return apply(now, require(command, Pausable.class).resumeClock(command, now));
    }

    @CommandHandler
    Outcome decide(ExplainDelay command, Circumstances now) {
        return apply(now, require(command, Assigned.class).explainDelay(command, now));
    }

    @CommandHandler
    Outcome decide(TerminateHandling command, Circumstances now) {
        return apply(now, require(command, Handling.class).terminate(command));
    }

    @CommandHandler
    Outcome decide(RecordCallback command, Circumstances now) {
        return apply(now, require(command, Resolved.class).recordCallback(command, now));
    }

    @CommandHandler
    Outcome decide(ChallengeEvaluation command, Circumstances now) {
        return apply(now, require(command, Answered.class).challenge(command, now));
    }

    @CommandHandler
    Outcome decide(DecideChallenge command, Circumstances now) {
        return apply(now, require(command, Answered.class).decideChallenge(command, now));
    }

    @CommandHandler
    Outcome decide(ReopenPetition command, Circumstances now) {
        return apply(now, require(command, Answered.class).reopen(command, now));
    }

    @CommandHandler
    Outcome decide(RequestReexamination command, Circumstances now) {
        return apply(now, require(command, Answered.class).requestReexamination(command, now));
    }

    @CommandHandler
    Outcome decide(ConcludeReexamination command, Circumstances now) {
        return apply(now, require(command, Answered.class).concludeReexamination(command, now));
    }

    @CommandHandler
    Outcome decide(RequestReview command, Circumstances now) {
        return apply(now, require(command, Answered.class).requestReview(command, now));
    }

    @CommandHandler
    Outcome decide(ConcludeReview command, Circumstances now) {
        return apply(now, require(command, Answered.class).concludeReview(command, now));
    }

    @CommandHandler
    Outcome decide(ResectionPetition command, Circumstances now) {
        return apply(now, require(command, NotYetDispatched.class).resection(command));
    }

    @CommandHandler
    Outcome decide(HandOverToSuccessor command, Circumstances now) {
        return apply(now, require(command, InAgencyHands.class).handOver(command, now));
    }

    @CommandHandler
    Outcome decide(PutUnderSupervision command, Circumstances now) {
        return apply(now, stage.putUnderSupervision(command));
    }

    @CommandHandler
    Outcome decide(NoteMediaReport command, Circumstances now) {
        return apply(now, stage.noteMediaReport(command));
    }

    @CommandHandler
    Outcome decide(NoteConversion command, Circumstances now) {
        return apply(now, stage.noteConversion(command));
    }

    @CommandHandler
    Outcome decide(ReleaseFromSupervision command, Circumstances now) {
        return apply(now, stage.releaseFromSupervision(command));
    }

    @CommandHandler
    Outcome decide(RecalculateDeadlines command, Circumstances now) {
        return apply(now, stage.recalculate(command, now));
    }

    @CommandHandler
    Outcome decide(RecordDueMoments command, Circumstances now) {
        for (List<PetitionEvent> lapsed; !(lapsed = stage.lapse(command.at())).isEmpty(); ) {
            apply(now, lapsed);
            recordDue(command.at(), now);
        }
        return outcome();
    }

    private void recordDue(Instant at, Circumstances now) {
        stage.due(at, now.rules()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void evolve(PetitionEvent event, MetaData metadata, @SequenceNumber long version) {
        id = event.petitionId();
        changed = event instanceof DeadlineEvent e && e.onlyNotesTime() ? changed : version;
        stage = Evolution.evolve(stage, event);
        answers.remember(metadata, new Outcome(id, version, stage.state()));
    }

    private <S extends Stage> S require(Object command, Class<S> needed) {
        if (needed.isInstance(stage)) {
            return needed.cast(stage);
        }
        throw PetitionActions.notInThisState(command.getClass(), stage);
    }

    private Outcome apply(Circumstances now, PetitionEvent event) {
        return apply(now, List.of(event));
    }

    /** Each event with what follows from it for the deadlines. */
    private Outcome apply(Circumstances now, List<PetitionEvent> events) {
        for (PetitionEvent event : events) {
            List<PetitionEvent> consequences = stage.facts().clock().consequences(event, now.rules());
            AggregateLifecycle.apply(event);
            consequences.forEach(AggregateLifecycle::apply);
        }
        return outcome();
    }

    private Outcome outcome() {
        return new Outcome(id, getVersion(), stage.state());
    }
}
