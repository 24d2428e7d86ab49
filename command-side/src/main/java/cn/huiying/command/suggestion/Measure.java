package cn.huiying.command.suggestion;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.suggestion.MeasureStage.UnderWay;
import cn.huiying.command.suggestion.converting.AMeasureIsDueLater;
import cn.huiying.command.suggestion.converting.AbandonMeasure;
import cn.huiying.command.suggestion.converting.CompleteMeasure;
import cn.huiying.command.suggestion.converting.ConvertSuggestions;
import cn.huiying.command.suggestion.converting.OnlyAnAdoptedSuggestionIsConverted;
import cn.huiying.command.suggestion.converting.ReportMeasureProgress;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.SuggestionConverted;
import cn.huiying.shared.time.WorkCalendar;
import java.util.List;
import java.util.Objects;
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

/** One measure 转化措施 as the framework sees it. What may happen when is decided by its {@link MeasureStage}. */
@Aggregate(type = "Measure")
class Measure {

    @AggregateIdentifier
    private MeasureId id;

    private MeasureStage stage;
    private final DossierGuard<MeasureOutcome> guard = new DossierGuard<>(SuggestionKind.MEASURE);

    /** For the framework, which folds the events into it. */
    Measure() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return guard.proceed(command, chain, stage, AggregateLifecycle::getVersion);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    MeasureOutcome decide(ConvertSuggestions command, KnownSuggestions known, Agencies agencies) {
        if (stage != null) {
            return outcome();
        }
        agencies.require(command.agency());
        AMeasureIsDueLater.check(!command.dueOn().isBefore(WorkCalendar.dateOf(command.at())));
        List<PetitionId> ids = command.suggestions().stream().distinct().toList();
        List<KnownSuggestions.Known> suggestions =
                ids.stream().map(known::require).toList();
        suggestions.forEach(suggestion -> OnlyAnAdoptedSuggestionIsConverted.check(suggestion.adopted()));
        return apply(new SuggestionConverted(
                command.measureId(),
                ids,
                suggestions.stream()
                        .map(KnownSuggestions.Known::topic)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                command.form(),
                command.title(),
                command.text(),
                command.agency(),
                command.dueOn(),
                command.at()));
    }

    @CommandHandler
    MeasureOutcome decide(ReportMeasureProgress command, Agencies agencies, MetaData metadata) {
        return apply(require(command, UnderWay.class).progress(command, agency(metadata), agencies));
    }

    @CommandHandler
    MeasureOutcome decide(CompleteMeasure command, Agencies agencies, MetaData metadata) {
        return apply(require(command, UnderWay.class).complete(command, agency(metadata), agencies));
    }

    @CommandHandler
    MeasureOutcome decide(AbandonMeasure command) {
        return apply(require(command, UnderWay.class).abandon(command));
    }

    private static String agency(MetaData metadata) {
        return Actor.from(metadata).agency();
    }

    @EventSourcingHandler
    void evolve(MeasureEvent event, MetaData metadata) {
        id = event.measureId();
        stage = MeasureStage.evolve(stage, event);
        guard.remember(metadata, outcome());
    }

    private <T> T require(Object command, Class<T> needed) {
        return SuggestionKind.MEASURE.require(stage, command, needed);
    }

    private MeasureOutcome apply(MeasureEvent event) {
        AggregateLifecycle.apply(event);
        return outcome();
    }

    private MeasureOutcome outcome() {
        return new MeasureOutcome(id, getVersion(), stage.state());
    }
}
