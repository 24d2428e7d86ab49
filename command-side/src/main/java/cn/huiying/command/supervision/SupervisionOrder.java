package cn.huiying.command.supervision;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.supervision.OrderStage.Answerable;
import cn.huiying.command.supervision.OrderStage.Answered;
import cn.huiying.command.supervision.OrderStage.Draft;
import cn.huiying.command.supervision.OrderStage.Issued;
import cn.huiying.command.supervision.OrderStage.Open;
import cn.huiying.command.supervision.acknowledging.AcknowledgeSupervisionOrder;
import cn.huiying.command.supervision.answering.ReturnSupervisionFeedback;
import cn.huiying.command.supervision.answering.SubmitSupervisionFeedback;
import cn.huiying.command.supervision.cancelling.CancelSupervisionOrder;
import cn.huiying.command.supervision.completing.CompleteSupervisionOrder;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.command.supervision.drafting.NoAccusationGoesToTheMedia;
import cn.huiying.command.supervision.drafting.OnlyAnInvolvedAgencyIsSupervised;
import cn.huiying.command.supervision.escalating.EscalateSupervisionOrder;
import cn.huiying.command.supervision.handingover.HandOverOrder;
import cn.huiying.command.supervision.issuing.IssueSupervisionOrder;
import cn.huiying.command.supervision.recording.RecordOfflineSupervision;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderId;
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

/** One supervision order 督办件 as the framework sees it. What may happen when is decided by its {@link OrderStage}. */
@Aggregate(type = "SupervisionOrder")
class SupervisionOrder {

    @AggregateIdentifier
    private SupervisionOrderId id;

    private OrderStage stage;
    private final DossierGuard<SupervisionOutcome> guard = new DossierGuard<>(SupervisionKind.ORDER);

    /** For the framework, which folds the events into it. */
    SupervisionOrder() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return guard.proceed(command, chain, stage, AggregateLifecycle::getVersion);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    SupervisionOutcome decide(DraftSupervisionOrder command, Agencies agencies, SupervisedPetitions petitions) {
        if (stage != null) {
            return outcome();
        }
        agencies.require(command.agency());
        List<PetitionId> about = command.petitions() == null
                ? List.of()
                : command.petitions().stream().distinct().toList();
        for (PetitionId petition : about) {
            petitions.require(petition);
            OnlyAnInvolvedAgencyIsSupervised.check(
                    petitions.involved(command.agency(), petition), command.agency(), petition);
        }
        NoAccusationGoesToTheMedia.check(command.form(), about.stream().anyMatch(petitions::accusation));
        return apply(List.of(new SupervisionOrderDrafted(
                command.orderId(),
                command.form(),
                command.channel(),
                command.trigger(),
                command.agency(),
                about,
                command.matter(),
                command.at())));
    }

    @CommandHandler
    SupervisionOutcome decide(IssueSupervisionOrder command, WorkCalendars calendars, SupervisedPetitions petitions) {
        Draft draft = require(command, Draft.class);
        return apply(draft.issue(command, calendars.current(), isAboutAnAccusation(petitions)));
    }

    @CommandHandler
    SupervisionOutcome decide(AcknowledgeSupervisionOrder command) {
        return apply(require(command, Issued.class).acknowledge(command));
    }

    @CommandHandler
    SupervisionOutcome decide(SubmitSupervisionFeedback command) {
        return apply(require(command, Answerable.class).answer(command));
    }

    @CommandHandler
    SupervisionOutcome decide(ReturnSupervisionFeedback command, WorkCalendars calendars) {
        return apply(require(command, Answered.class).sendBack(command, calendars.current()));
    }

    @CommandHandler
    SupervisionOutcome decide(
            EscalateSupervisionOrder command, WorkCalendars calendars, SupervisedPetitions petitions) {
        Open open = require(command, Open.class);
        return apply(open.escalate(command, calendars.current(), isAboutAnAccusation(petitions)));
    }

    @CommandHandler
    SupervisionOutcome decide(RecordOfflineSupervision command) {
        return apply(require(command, Open.class).record(command));
    }

    @CommandHandler
    SupervisionOutcome decide(CompleteSupervisionOrder command) {
        return apply(require(command, Answered.class).complete(command));
    }

    @CommandHandler
    SupervisionOutcome decide(CancelSupervisionOrder command) {
        return apply(
                stage instanceof Draft draft
                        ? draft.cancel(command)
                        : require(command, Open.class).cancel(command));
    }

    @CommandHandler
    SupervisionOutcome decide(HandOverOrder command, Agencies agencies, SupervisedPetitions petitions) {
        OrderFacts facts = stage.facts();
        return apply(
                stage.handOver(command, Addressees.successor(facts.agency(), facts.petitions(), agencies, petitions)));
    }

    @EventSourcingHandler
    void evolve(SupervisionEvent event, MetaData metadata) {
        id = event.orderId();
        stage = OrderStage.evolve(stage, event);
        guard.remember(metadata, outcome());
    }

    private boolean isAboutAnAccusation(SupervisedPetitions petitions) {
        return stage.facts().petitions().stream().anyMatch(petitions::accusation);
    }

    private <S> S require(Object command, Class<S> needed) {
        return SupervisionKind.ORDER.require(stage, command, needed);
    }

    private SupervisionOutcome apply(List<SupervisionEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return outcome();
    }

    private SupervisionOutcome outcome() {
        return new SupervisionOutcome(id, getVersion(), stage.state());
    }
}
