package cn.huiying.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.policy.PolicyStage.Published;
import cn.huiying.command.policy.PolicyStage.Withdrawable;
import cn.huiying.command.policy.interpreting.InterpretPolicy;
import cn.huiying.command.policy.publishing.APolicyNamesItsIssuer;
import cn.huiying.command.policy.publishing.AValidityDoesNotEndBeforeItBegins;
import cn.huiying.command.policy.publishing.AnAgencyKeepsItsOwnPolicies;
import cn.huiying.command.policy.publishing.PublishPolicy;
import cn.huiying.command.policy.superseding.SupersedePolicy;
import cn.huiying.command.policy.tagging.TagPolicy;
import cn.huiying.command.policy.withdrawing.WithdrawPolicy;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.rule.Actor;
import java.util.List;
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

/** One policy for enterprises 惠企政策 as the framework sees it. What may happen when is decided by its {@link PolicyStage}. */
@Aggregate(type = "PolicyItem")
class PolicyItem {

    @AggregateIdentifier
    private PolicyId id;

    private PolicyStage stage;
    private final DossierGuard<PolicyOutcome> guard = new DossierGuard<>(PolicyKind.POLICY);

    /** For the framework, which folds the events into it. */
    PolicyItem() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        InterceptorChain keptByItsAgency = () -> {
            AnAgencyKeepsItsOwnPolicies.check(
                    Actor.from(command.getMetaData()),
                    command.getPayload() instanceof PublishPolicy publish
                            ? publish.agency()
                            : stage.facts().agency());
            return chain.proceed();
        };
        return guard.proceed(command, keptByItsAgency, stage, AggregateLifecycle::getVersion);
    }

    /** On a policy that is there, too, so that a repeated request reaches the guard. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicyOutcome decide(PublishPolicy command, Agencies agencies) {
        if (stage != null) {
            return outcome();
        }
        APolicyNamesItsIssuer.check(command.agency() != null, command.issuer() != null);
        if (command.agency() != null) {
            agencies.requireListed(command.agency());
        }
        AValidityDoesNotEndBeforeItBegins.check(command.validFrom(), command.validUntil());
        return apply(List.of(new PolicyPublished(
                command.policyId(),
                command.title(),
                command.agency(),
                command.issuer(),
                command.documentNumber(),
                command.text(),
                command.tags() == null ? PolicyTags.ALL : command.tags(),
                command.validFrom(),
                command.validUntil(),
                command.at())));
    }

    @CommandHandler
    PolicyOutcome decide(InterpretPolicy command) {
        return apply(List.of(require(command, Published.class).interpret(command)));
    }

    @CommandHandler
    PolicyOutcome decide(TagPolicy command) {
        return apply(require(command, Published.class).tag(command));
    }

    @CommandHandler
    PolicyOutcome decide(SupersedePolicy command, PolicyStages library) {
        return apply(List.of(require(command, Published.class).supersede(command, library::require)));
    }

    @CommandHandler
    PolicyOutcome decide(WithdrawPolicy command) {
        return apply(List.of(require(command, Withdrawable.class).withdraw(command)));
    }

    @EventSourcingHandler
    void evolve(PolicyEvent event, MetaData metadata) {
        id = event.policyId();
        stage = PolicyStage.evolve(stage, event);
        guard.remember(metadata, outcome());
    }

    private <S> S require(Object command, Class<S> needed) {
        return PolicyKind.POLICY.require(stage, command, needed);
    }

    private PolicyOutcome apply(List<PolicyEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return outcome();
    }

    private PolicyOutcome outcome() {
        return new PolicyOutcome(id, getVersion(), stage.state());
    }
}
