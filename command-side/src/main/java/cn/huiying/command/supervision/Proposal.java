package cn.huiying.command.supervision;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.deadlinepolicy.DeadlinePolicies;
import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.supervision.ProposalStage.Issued;
import cn.huiying.command.supervision.handingover.HandOverProposal;
import cn.huiying.command.supervision.proposing.AProposalHasItsGround;
import cn.huiying.command.supervision.proposing.IssueProposal;
import cn.huiying.command.supervision.proposing.NoProposalTellsTheAccused;
import cn.huiying.command.supervision.proposing.SubmitProposalFeedback;
import cn.huiying.command.supervision.proposing.WithdrawProposal;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.Matter;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
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

/** One proposal 三项建议 as the framework sees it. What may happen when is decided by its {@link ProposalStage}. */
@Aggregate(type = "Proposal")
class Proposal {

    /** Proposals are about no single petition: their limit does not depend on what a petition is. */
    private static final Matter NO_MATTER = new Matter(null, null, null, null, null, null);

    @AggregateIdentifier
    private ProposalId id;

    private ProposalStage stage;
    private final DossierGuard<ProposalOutcome> guard = new DossierGuard<>(SupervisionKind.PROPOSAL);

    /** For the framework, which folds the events into it. */
    Proposal() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return guard.proceed(command, chain, stage, AggregateLifecycle::getVersion);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ProposalOutcome decide(
            IssueProposal command,
            Agencies agencies,
            SupervisedPetitions known,
            SupervisionOrders knownOrders,
            DeadlinePolicies policies,
            WorkCalendars calendars) {
        if (stage != null) {
            return outcome();
        }
        agencies.require(command.agency());
        List<PetitionId> petitions = distinct(command.petitions());
        List<SupervisionOrderId> orders = distinct(command.orders());
        AProposalHasItsGround.check(!petitions.isEmpty() || !orders.isEmpty());
        petitions.forEach(known::require);
        orders.forEach(knownOrders::require);
        NoProposalTellsTheAccused.check(Addressees.isAccused(command.agency(), petitions, agencies, known));
        return apply(List.of(new ProposalIssued(
                command.proposalId(),
                command.kind(),
                command.agency(),
                command.title(),
                command.text(),
                petitions,
                orders,
                answerBy(command.at(), policies.current().at(command.at()), calendars.current()),
                command.at())));
    }

    @CommandHandler
    ProposalOutcome decide(SubmitProposalFeedback command) {
        return apply(List.of(require(command).answer(command)));
    }

    @CommandHandler
    ProposalOutcome decide(WithdrawProposal command) {
        return apply(List.of(require(command).withdraw(command)));
    }

    @CommandHandler
    ProposalOutcome decide(HandOverProposal command, Agencies agencies, SupervisedPetitions known) {
        return apply(
                stage instanceof Issued issued
                        ? issued.handOver(
                                command, Addressees.successor(issued.agency(), issued.petitions(), agencies, known))
                        : List.of());
    }

    @EventSourcingHandler
    void evolve(ProposalEvent event, MetaData metadata) {
        id = event.proposalId();
        stage = ProposalStage.evolve(stage, event);
        guard.remember(metadata, outcome());
    }

    /** By the policy in force; null where it sets no limit: the 2022 regulation has none. */
    private static Instant answerBy(Instant at, DeadlinePolicy policy, WorkCalendar calendar) {
        return policy.checkpoints().stream()
                .filter(checkpoint -> checkpoint.duty() == Duty.PROPOSAL_FEEDBACK)
                .findFirst()
                .map(checkpoint -> Deadlines.compute(policy, checkpoint, NO_MATTER, at, calendar, List.of())
                        .dueAt())
                .orElse(null);
    }

    private static <T> List<T> distinct(List<T> list) {
        return list == null ? List.of() : list.stream().distinct().toList();
    }

    private Issued require(Object command) {
        return SupervisionKind.PROPOSAL.require(stage, command, Issued.class);
    }

    private ProposalOutcome apply(List<ProposalEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return outcome();
    }

    private ProposalOutcome outcome() {
        return new ProposalOutcome(id, getVersion(), stage.state());
    }
}
