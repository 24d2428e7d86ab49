package cn.huiying.command.suggestion;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.suggestion.SpecialReportStage.Draft;
import cn.huiying.command.suggestion.SpecialReportStage.Submitted;
import cn.huiying.command.suggestion.reporting.DraftSpecialReport;
import cn.huiying.command.suggestion.reporting.InstructOnSpecialReport;
import cn.huiying.command.suggestion.reporting.ReviseSpecialReport;
import cn.huiying.command.suggestion.reporting.SubmitSpecialReport;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SpecialReportId;
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

/** One special report 专项情况报告 as the framework sees it. What may happen when is decided by its {@link SpecialReportStage}. */
@Aggregate(type = "SpecialReport")
class SpecialReport {

    @AggregateIdentifier
    private SpecialReportId id;

    private SpecialReportStage stage;
    private final DossierGuard<SpecialReportOutcome> guard = new DossierGuard<>(SuggestionKind.SPECIAL_REPORT);

    /** For the framework, which folds the events into it. */
    SpecialReport() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return guard.proceed(command, chain, stage, AggregateLifecycle::getVersion);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    SpecialReportOutcome decide(DraftSpecialReport command) {
        return stage != null ? outcome() : apply(SpecialReportStage.draft(command));
    }

    @CommandHandler
    SpecialReportOutcome decide(ReviseSpecialReport command) {
        return apply(require(command, Draft.class).revise(command));
    }

    @CommandHandler
    SpecialReportOutcome decide(SubmitSpecialReport command) {
        return apply(require(command, Draft.class).submit(command));
    }

    @CommandHandler
    SpecialReportOutcome decide(InstructOnSpecialReport command, Agencies agencies) {
        Submitted submitted = require(command, Submitted.class);
        command.agencies().forEach(agencies::require);
        return apply(submitted.instruct(command));
    }

    @EventSourcingHandler
    void evolve(SpecialReportEvent event, MetaData metadata) {
        id = event.reportId();
        stage = SpecialReportStage.evolve(stage, event);
        guard.remember(metadata, outcome());
    }

    private <T> T require(Object command, Class<T> needed) {
        return SuggestionKind.SPECIAL_REPORT.require(stage, command, needed);
    }

    private SpecialReportOutcome apply(SpecialReportEvent event) {
        AggregateLifecycle.apply(event);
        return outcome();
    }

    private SpecialReportOutcome outcome() {
        return new SpecialReportOutcome(id, getVersion(), stage.state());
    }
}
