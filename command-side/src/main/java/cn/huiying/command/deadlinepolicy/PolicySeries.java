package cn.huiying.command.deadlinepolicy;

import cn.huiying.command.common.GivenAnswers;
import cn.huiying.command.deadlinepolicy.publishing.OnlyTheFirstPolicyReachesBack;
import cn.huiying.command.deadlinepolicy.publishing.PublishDeadlinePolicy;
import cn.huiying.command.deadlinepolicy.retiring.APolicyInForceIsReplaced;
import cn.huiying.command.deadlinepolicy.retiring.RetireDeadlinePolicy;
import cn.huiying.shared.deadline.DeadlinePolicyEvent;
import cn.huiying.shared.deadline.DeadlinePolicyPublished;
import cn.huiying.shared.deadline.DeadlinePolicyRetired;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.PolicySeriesId;
import java.util.Optional;
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

/** The deadline policies 时限策略 of the city, one after the other. */
@Aggregate(type = "PolicySeries")
class PolicySeries {

    @AggregateIdentifier
    private PolicySeriesId id;

    private Policies policies = Policies.NONE;
    private final GivenAnswers<Policies> answers = new GivenAnswers<>();

    /** For the framework, which folds the events into it. */
    PolicySeries() {}

    /** What holds for every command: a repeated request is answered again. */
    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        Optional<Policies> answer = answers.to(command.getMetaData());
        return answer.isPresent() ? answer.get() : chain.proceed();
    }

    /** @return what is published now */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Policies decide(PublishDeadlinePolicy command) {
        if (policies.published().contains(command.policy())) {
            return policies;
        }
        OnlyTheFirstPolicyReachesBack.check(policies, command.policy(), command.at());
        policies.publish(command.policy());
        return apply(new DeadlinePolicyPublished(command.seriesId(), command.policy(), command.at()));
    }

    /**
     * Also where nothing was ever published, so that the answer can say so.
     *
     * @return what is published now
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Policies decide(RetireDeadlinePolicy command) {
        APolicyInForceIsReplaced.check(policies.byVersion(command.code(), command.version()), command.at());
        return apply(new DeadlinePolicyRetired(
                command.seriesId(), command.code(), command.version(), command.reason(), command.at()));
    }

    @EventSourcingHandler
    void evolve(DeadlinePolicyEvent event, MetaData metadata) {
        id = event.seriesId();
        policies = policies.evolve(event);
        answers.remember(metadata, policies);
    }

    private Policies apply(DeadlinePolicyEvent event) {
        AggregateLifecycle.apply(event);
        return policies;
    }
}
