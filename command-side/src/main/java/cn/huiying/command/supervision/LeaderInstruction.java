package cn.huiying.command.supervision;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.common.Digests;
import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.supervision.instructing.AnInstructionHasItsMatter;
import cn.huiying.command.supervision.instructing.OnlyWhatLeadersMaySeeIsInstructed;
import cn.huiying.command.supervision.instructing.RecordLeaderInstruction;
import cn.huiying.command.supervision.instructing.RecordReportInstruction;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.InstructionId;
import cn.huiying.shared.supervision.LeaderInstructionRecorded;
import cn.huiying.shared.supervision.LeaderInstructionRecorded.Addressee;
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

/** One instruction of a city leader 领导批示. It is written down once; what becomes of it is told by its orders. */
@Aggregate(type = "LeaderInstruction")
class LeaderInstruction {

    @AggregateIdentifier
    private InstructionId id;

    private final DossierGuard<InstructionOutcome> guard = new DossierGuard<>(SupervisionKind.INSTRUCTION);

    /** For the framework, which folds the events into it. */
    LeaderInstruction() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return guard.proceed(command, chain, null, AggregateLifecycle::getVersion);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    InstructionOutcome decide(RecordLeaderInstruction command, Agencies agencies, SupervisedPetitions known) {
        if (id != null) {
            return outcome();
        }
        List<PetitionId> petitions = command.petitions() == null
                ? List.of()
                : command.petitions().stream().distinct().toList();
        AnInstructionHasItsMatter.check(command.topic() != null || !petitions.isEmpty());
        OnlyWhatLeadersMaySeeIsInstructed.check(petitions.stream().allMatch(known::leadersMaySee));
        List<String> instructed = command.agencies().stream().distinct().toList();
        instructed.forEach(agencies::require);
        apply(new LeaderInstructionRecorded(
                command.instructionId(),
                command.topic(),
                null,
                petitions,
                command.text(),
                instructed.stream()
                        .map(agency -> addressee(command.instructionId(), agency, petitions, known))
                        .toList(),
                command.dueOn(),
                command.at()));
        return outcome();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    InstructionOutcome decide(RecordReportInstruction command, SupervisedPetitions known) {
        if (id != null) {
            return outcome();
        }
        apply(new LeaderInstructionRecorded(
                command.instructionId(),
                command.title(),
                command.report(),
                List.of(),
                command.text(),
                command.agencies().stream()
                        .map(agency -> addressee(command.instructionId(), agency, List.of(), known))
                        .toList(),
                command.dueOn(),
                command.at()));
        return outcome();
    }

    /** An order follows where the agency is involved, and for a topic without petitions. */
    private static Addressee addressee(
            InstructionId instruction, String agency, List<PetitionId> petitions, SupervisedPetitions known) {
        List<PetitionId> own = petitions.stream()
                .filter(petition -> known.involved(agency, petition))
                .toList();
        return new Addressee(
                agency,
                petitions.isEmpty() || !own.isEmpty()
                        ? new SupervisionOrderId("ORD-" + Digests.of("instructed", instruction.value(), agency))
                        : null,
                own);
    }

    @EventSourcingHandler
    void evolve(LeaderInstructionRecorded event, MetaData metadata) {
        id = event.instructionId();
        guard.remember(metadata, outcome());
    }

    private InstructionOutcome outcome() {
        return new InstructionOutcome(id, getVersion());
    }
}
