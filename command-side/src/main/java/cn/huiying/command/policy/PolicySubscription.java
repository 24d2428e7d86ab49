package cn.huiying.command.policy;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.GivenAnswers;
import cn.huiying.command.policy.pushing.OnlyAPolicyThatStandsIsPushed;
import cn.huiying.command.policy.pushing.PushPolicy;
import cn.huiying.command.policy.subscribing.OnlyARegisteredEnterpriseSubscribes;
import cn.huiying.command.policy.subscribing.SubscribeToPolicies;
import cn.huiying.command.policy.subscribing.ThereIsASubscription;
import cn.huiying.command.policy.subscribing.UnsubscribeFromPolicies;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyPushed;
import cn.huiying.shared.policy.PolicySubscriptionChanged;
import cn.huiying.shared.policy.PolicySubscriptionEvent;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.policy.PolicyTags;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

/** What one enterprise hears of policies 政策订阅与推送: what it asked for, and what it was brought. */
@Aggregate(type = "PolicySubscription")
class PolicySubscription {

    @AggregateIdentifier
    private PolicySubscriptionId id;

    private PolicyTags tags;
    private final Set<PolicyId> pushed = new HashSet<>();
    private final GivenAnswers<PolicySubscriptionAnswer> answers = new GivenAnswers<>();

    /** For the framework, which folds the events into it. */
    PolicySubscription() {}

    /** A repeated request is answered again. */
    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        Optional<PolicySubscriptionAnswer> answer = answers.to(command.getMetaData());
        return answer.isPresent() ? answer.get() : chain.proceed();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicySubscriptionAnswer decide(SubscribeToPolicies command, Accounts accounts) {
        requireOpen(command.account(), accounts);
        if (!command.tags().equals(tags)) {
            AggregateLifecycle.apply(new PolicySubscriptionChanged(
                    command.subscriptionId(), command.account(), command.tags(), command.at()));
        }
        return new PolicySubscriptionAnswer(tags);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicySubscriptionAnswer decide(UnsubscribeFromPolicies command) {
        ThereIsASubscription.check(tags != null);
        AggregateLifecycle.apply(
                new PolicySubscriptionChanged(command.subscriptionId(), command.account(), null, command.at()));
        return new PolicySubscriptionAnswer(tags);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PushPolicy command, Accounts accounts, PolicyStages library) {
        if (!pushed.contains(command.policy())) {
            requireOpen(command.account(), accounts);
            OnlyAPolicyThatStandsIsPushed.check(
                    library.require(command.policy()).state());
            AggregateLifecycle.apply(new PolicyPushed(
                    command.subscriptionId(),
                    command.account(),
                    command.policy(),
                    command.why(),
                    command.fitted(),
                    command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(PolicySubscriptionEvent event, MetaData metadata) {
        id = event.subscriptionId();
        switch (event) {
            case PolicySubscriptionChanged e -> tags = e.tags();
            case PolicyPushed e -> pushed.add(e.policy());
        }
        answers.remember(metadata, new PolicySubscriptionAnswer(tags));
    }

    private static void requireOpen(AccountId id, Accounts accounts) {
        AccountStanding account = accounts.standing(id);
        OnlyARegisteredEnterpriseSubscribes.check(account.enterprise() != null, account.cancelled());
    }
}
