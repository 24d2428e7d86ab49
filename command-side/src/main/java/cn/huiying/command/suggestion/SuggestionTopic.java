package cn.huiying.command.suggestion;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.suggestion.feedingback.PublishCollectiveFeedback;
import cn.huiying.command.suggestion.soliciting.ATopicClosesAfterItOpens;
import cn.huiying.command.suggestion.soliciting.CloseSuggestionTopic;
import cn.huiying.command.suggestion.soliciting.OpenSuggestionTopic;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import cn.huiying.shared.suggestion.SuggestionTopicOpened;
import cn.huiying.shared.time.WorkCalendar;
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

/** One topic of solicitation 征集专题 as the framework sees it. What may happen when is decided by its {@link TopicStage}. */
@Aggregate(type = "SuggestionTopic")
class SuggestionTopic {

    @AggregateIdentifier
    private SuggestionTopicId id;

    private TopicStage stage;
    private final DossierGuard<TopicOutcome> guard = new DossierGuard<>(SuggestionKind.TOPIC);

    /** For the framework, which folds the events into it. */
    SuggestionTopic() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return guard.proceed(command, chain, stage, AggregateLifecycle::getVersion);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    TopicOutcome decide(OpenSuggestionTopic command, Agencies agencies) {
        if (stage != null) {
            return outcome();
        }
        if (command.organiser() != null) {
            agencies.require(command.organiser());
        }
        ATopicClosesAfterItOpens.check(
                command.closesOn() == null || !command.closesOn().isBefore(WorkCalendar.dateOf(command.at())));
        return apply(new SuggestionTopicOpened(
                command.topicId(),
                command.title(),
                command.text(),
                command.organiser(),
                command.closesOn(),
                command.at()));
    }

    @CommandHandler
    TopicOutcome decide(CloseSuggestionTopic command) {
        return apply(require(command, TopicStage.Open.class).close(command));
    }

    @CommandHandler
    TopicOutcome decide(PublishCollectiveFeedback command, KnownSuggestions known) {
        return apply(require(command, TopicStage.class).feedBack(command, known));
    }

    @EventSourcingHandler
    void evolve(SuggestionTopicEvent event, MetaData metadata) {
        id = event.topicId();
        stage = TopicStage.evolve(stage, event);
        guard.remember(metadata, outcome());
    }

    private <T> T require(Object command, Class<T> needed) {
        return SuggestionKind.TOPIC.require(stage, command, needed);
    }

    private TopicOutcome apply(SuggestionTopicEvent event) {
        AggregateLifecycle.apply(event);
        return outcome();
    }

    private TopicOutcome outcome() {
        return new TopicOutcome(id, getVersion(), stage.state());
    }
}
