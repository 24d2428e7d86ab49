package cn.huiying.command.petition;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.GivenAnswers;
import cn.huiying.command.petition.Stage.Accepted;
import cn.huiying.command.petition.Stage.Answered;
import cn.huiying.command.petition.Stage.AwaitingCorrection;
import cn.huiying.command.petition.Stage.Designatable;
import cn.huiying.command.petition.Stage.Dispatched;
import cn.huiying.command.petition.Stage.Handling;
import cn.huiying.command.petition.Stage.NotYetDispatched;
import cn.huiying.command.petition.Stage.NotYetResolved;
import cn.huiying.command.petition.Stage.PendingReview;
import cn.huiying.command.petition.Stage.Publishable;
import cn.huiying.command.petition.Stage.ReplyInReview;
import cn.huiying.command.petition.Stage.Resolved;
import cn.huiying.command.petition.Stage.Returnable;
import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.contacting.LogContact;
import cn.huiying.command.petition.correcting.CorrectPetition;
import cn.huiying.command.petition.correcting.LapseCorrection;
import cn.huiying.command.petition.correcting.RequestCorrection;
import cn.huiying.command.petition.designating.DesignateAgency;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.command.petition.evaluating.LapseEvaluation;
import cn.huiying.command.petition.merging.MergeAsDuplicate;
import cn.huiying.command.petition.progressing.PostProgress;
import cn.huiying.command.petition.publishing.PublishPetition;
import cn.huiying.command.petition.publishing.PublishReply;
import cn.huiying.command.petition.publishing.TakeDownPetition;
import cn.huiying.command.petition.redirecting.RedirectPetition;
import cn.huiying.command.petition.rejecting.RejectPetition;
import cn.huiying.command.petition.replying.ApproveReply;
import cn.huiying.command.petition.replying.ConfirmReply;
import cn.huiying.command.petition.replying.ReturnReply;
import cn.huiying.command.petition.replying.SubmitReply;
import cn.huiying.command.petition.returning.DecideReturn;
import cn.huiying.command.petition.returning.RequestReturn;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.command.petition.submitting.AccountMayPost;
import cn.huiying.command.petition.submitting.ComplaintHasClaimOthersHaveBody;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.command.petition.visiting.LogSiteVisit;
import cn.huiying.command.petition.withdrawing.WithdrawPetition;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/** One petition 诉求件 as the framework sees it: routing and identity. What may happen when is decided by its {@link Stage}. */
@Aggregate(type = "Petition", cache = "petitionCache")
class Petition {

    @AggregateIdentifier
    private PetitionId id;

    private Stage stage;
    private final GivenAnswers<Outcome> answers = new GivenAnswers<>();

    /** For the framework, which folds the events into it. */
    Petition() {}

    @CommandHandler
    Petition(SubmitPetition command, Circumstances now, Accounts accounts) {
        PetitionAccess.checkRole(SubmitPetition.class, now.actor());
        PetitionAccess.checkAuthor(now.actor(), command.author());
        AccountStanding account = accounts.standing(command.author());
        AccountMayPost.check(account);
        Domains.requireListed(command.domain(), now.settings());
        ComplaintHasClaimOthersHaveBody.check(
                command.type() == PetitionType.COMPLAINT,
                command.body() != null,
                command.claim() != null,
                command.supplement() != null);
        AggregateLifecycle.apply(new PetitionSubmitted(
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
                account.noticeVersion(),
                command.source(),
                command.at()));
    }

    /** What holds for every command: a repeated request is answered again, then who, then on which version. */
    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain, Circumstances now) throws Exception {
        MetaData metadata = command.getMetaData();
        Optional<Outcome> answer = answers.to(metadata);
        if (answer.isPresent()) {
            return answer.get();
        }
        PetitionAccess.check(command.getPayloadType(), now.actor(), stage);
        if (metadata.get(CommandMetadata.EXPECTED_VERSION) instanceof Number expected
                && expected.longValue() != getVersion()) {
            throw new Refused(new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "该留言已被他人更新(当前版本 " + getVersion() + "),请刷新后再操作。",
                    "The petition was changed meanwhile (it is at version " + getVersion() + "); load it again.",
                    stage.state().name(),
                    List.of()));
        }
        return chain.proceed();
    }

    @CommandHandler
    Outcome decide(RequestCorrection command, Circumstances now) {
        return apply(require(command, PendingReview.class).requestCorrection(command, now));
    }

    @CommandHandler
    Outcome decide(CorrectPetition command) {
        return apply(require(command, AwaitingCorrection.class).correct(command));
    }

    @CommandHandler
    Outcome decide(LapseCorrection command) {
        return apply(require(command, AwaitingCorrection.class).lapse(command));
    }

    @CommandHandler
    Outcome decide(RejectPetition command) {
        return apply(require(command, PendingReview.class).reject(command));
    }

    @CommandHandler
    Outcome decide(RedirectPetition command) {
        return apply(require(command, NotYetDispatched.class).redirect(command));
    }

    @CommandHandler
    Outcome decide(MergeAsDuplicate command, Petitions petitions) {
        NotYetDispatched current = require(command, NotYetDispatched.class);
        return apply(current.merge(command, petitions.require(command.main())));
    }

    @CommandHandler
    Outcome decide(AcceptPetition command, Circumstances now) {
        return apply(require(command, PendingReview.class).accept(command, now));
    }

    @CommandHandler
    Outcome decide(DispatchPetition command, Circumstances now) {
        return apply(require(command, Accepted.class).dispatch(command, now));
    }

    @CommandHandler
    Outcome decide(SignAssignment command) {
        return apply(require(command, Dispatched.class).sign(command));
    }

    @CommandHandler
    Outcome decide(RequestReturn command, Circumstances now) {
        return apply(require(command, Returnable.class).requestReturn(command, now));
    }

    @CommandHandler
    Outcome decide(DecideReturn command) {
        return apply(require(command, Returnable.class).decideReturn(command));
    }

    @CommandHandler
    Outcome decide(DesignateAgency command, Circumstances now) {
        return apply(require(command, Designatable.class).designate(command, now));
    }

    @CommandHandler
    Outcome decide(LogContact command) {
        return apply(require(command, Handling.class).logContact(command));
    }

    @CommandHandler
    Outcome decide(LogSiteVisit command) {
        return apply(require(command, Handling.class).logSiteVisit(command));
    }

    @CommandHandler
    Outcome decide(PostProgress command) {
        return apply(require(command, Handling.class).postProgress(command));
    }

    @CommandHandler
    Outcome decide(SubmitReply command, Circumstances now) {
        return apply(require(command, Handling.class).submitReply(command, now));
    }

    @CommandHandler
    Outcome decide(ReturnReply command) {
        return apply(require(command, ReplyInReview.class).returnReply(command));
    }

    @CommandHandler
    Outcome decide(ApproveReply command, Circumstances now) {
        return apply(require(command, ReplyInReview.class).approve(command, now));
    }

    @CommandHandler
    Outcome decide(ConfirmReply command, Circumstances now) {
        return apply(require(command, ReplyInReview.class).confirm(command, now));
    }

    @CommandHandler
    Outcome decide(EvaluatePetition command, Circumstances now) {
        return apply(require(command, Resolved.class).evaluate(command, now));
    }

    @CommandHandler
    Outcome decide(LapseEvaluation command) {
        return apply(require(command, Resolved.class).lapse(command));
    }

    @CommandHandler
    Outcome decide(WithdrawPetition command) {
        return apply(require(command, NotYetResolved.class).withdraw(command));
    }

    @CommandHandler
    Outcome decide(PublishPetition command) {
        return apply(require(command, Publishable.class).publish(command));
    }

    @CommandHandler
    Outcome decide(PublishReply command) {
        return apply(require(command, Answered.class).publishReply(command));
    }

    @CommandHandler
    Outcome decide(TakeDownPetition command) {
        return apply(require(command, Publishable.class).takeDown(command));
    }

    @EventSourcingHandler
    void evolve(PetitionEvent event, MetaData metadata, @SequenceNumber long version) {
        id = event.petitionId();
        stage = Evolution.evolve(stage, event);
        answers.remember(metadata, new Outcome(id, version, stage.state()));
    }

    private <S extends Stage> S require(Object command, Class<S> needed) {
        if (needed.isInstance(stage)) {
            return needed.cast(stage);
        }
        String slug = PetitionActions.of(command.getClass()).slug();
        List<String> allowed = PetitionActions.allowedIn(stage);
        throw new Refused(new Refusal(
                Refusal.Kind.STATE,
                "not-in-this-state",
                "留言当前为“" + stage.state().chinese() + "”,不能执行“"
                        + PetitionActions.of(command.getClass()).chinese() + "”。",
                "The petition is " + stage.state() + "; " + slug + " is not possible now.",
                stage.state().name(),
                allowed));
    }

    private Outcome apply(PetitionEvent event) {
        return apply(List.of(event));
    }

    private Outcome apply(List<PetitionEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return new Outcome(id, getVersion(), stage.state());
    }
}
