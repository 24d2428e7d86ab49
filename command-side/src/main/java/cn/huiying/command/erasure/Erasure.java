package cn.huiying.command.erasure;

import cn.huiying.command.account.Accounts;
import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.shared.erasure.ErasureEvent;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.erasure.ErasureRequested;
import cn.huiying.shared.erasure.SubjectKeyDestroyed;
import cn.huiying.shared.privacy.PersonalDataErasure;
import cn.huiying.shared.rule.Actor;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One erasure of a person's data as the framework sees it. What may happen when is decided by its {@link ErasureStage}. */
@Aggregate(type = "Erasure")
class Erasure {

    @AggregateIdentifier
    private ErasureId id;

    private ErasureStage stage;
    private final DossierGuard<ErasureOutcome> guard = new DossierGuard<>(ErasureKind.ERASURE);

    /** For the framework, which folds the events into it. */
    Erasure() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return guard.proceed(command, chain, stage, AggregateLifecycle::getVersion);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ErasureOutcome decide(RequestErasure command, MetaData metadata, Accounts accounts, PetitionsInHand petitions) {
        if (stage != null) {
            return outcome();
        }
        OnlyACancelledAccountIsErased.check(accounts.standing(command.subject()));
        NothingIsErasedWhileAPetitionIsInHand.check(petitions.of(command.subject()));
        return apply(new ErasureRequested(
                command.erasureId(),
                command.subject(),
                command.basis(),
                command.reason(),
                Actor.from(metadata).id(),
                command.at()));
    }

    @CommandHandler
    ErasureOutcome decide(ApproveErasure command, MetaData metadata, PetitionsInHand petitions) {
        ErasureStage.Requested requested = require(command, ErasureStage.Requested.class);
        // Again, for one may have been reopened since.
        NothingIsErasedWhileAPetitionIsInHand.check(petitions.of(requested.subject()));
        return apply(requested.approve(command, Actor.from(metadata).id()));
    }

    @CommandHandler
    ErasureOutcome decide(RefuseErasure command, MetaData metadata) {
        return apply(require(command, ErasureStage.Requested.class)
                .refuse(command, Actor.from(metadata).id()));
    }

    /** The key goes first: what the log says has happened. A second time there is nothing left to do. */
    @CommandHandler
    ErasureOutcome decide(DestroySubjectKey command, PersonalDataErasure erasure) {
        if (stage instanceof ErasureStage.Done) {
            return outcome();
        }
        ErasureStage.Approved approved = require(command, ErasureStage.Approved.class);
        erasure.erase(approved.subject().value());
        return apply(new SubjectKeyDestroyed(id, approved.subject(), command.at()));
    }

    @EventSourcingHandler
    void evolve(ErasureEvent event, MetaData metadata) {
        id = event.erasureId();
        stage = ErasureStage.evolve(stage, event);
        guard.remember(metadata, outcome());
    }

    private <T> T require(Object command, Class<T> needed) {
        return ErasureKind.ERASURE.require(stage, command, needed);
    }

    private ErasureOutcome apply(ErasureEvent event) {
        AggregateLifecycle.apply(event);
        return outcome();
    }

    private ErasureOutcome outcome() {
        return new ErasureOutcome(id, AggregateLifecycle.getVersion(), stage.state());
    }
}
