package cn.huiying.command.supervision;

import cn.huiying.command.common.Digests;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionTrigger;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which order the platform proposes because of an event; a person issues it or not. */
final class ProposedOrders {

    /** REPEAT≥3 (domain 9.5). */
    private static final int REPEATS = 3;

    /** The first time a reply is sent back may be a matter of words. */
    private static final int SENT_BACK = 2;

    private final SupervisedPetitions petitions;
    private final ReactionsMemory memory;

    ProposedOrders(SupervisedPetitions petitions, ReactionsMemory memory) {
        this.petitions = petitions;
        this.memory = memory;
    }

    /**
     * The proposal, always with the same id for the same event.
     *
     * @param identifier of the event
     */
    Optional<DraftSupervisionOrder> because(PetitionEvent event, String identifier) {
        return switch (event) {
            case DeadlineEscalated e -> bindsTheAgency(e) ? overdue(e, identifier) : Optional.empty();
            case CallbackRequired e -> proposal(e, identifier, SupervisionTrigger.DISSATISFIED, "群众评价不满意");
            case CallbackRecorded e -> falseReply(e);
            case PetitionMerged e -> repeated(e);
            case ReplySentBack e -> sentBack(e);
            default -> Optional.empty();
        };
    }

    private Optional<DraftSupervisionOrder> overdue(DeadlineEscalated event, String identifier) {
        Duty duty = Duty.of(event.code());
        return duty == Duty.SIGN
                ? proposal(event, identifier, SupervisionTrigger.REFUSED_TO_RECEIVE, "逾期未签收")
                : proposal(
                        event, identifier, SupervisionTrigger.OVERDUE, duty.chinese() + "(" + event.code() + ")逾期未完成");
    }

    /** One order a petition, however often it is called back. */
    private Optional<DraftSupervisionOrder> falseReply(CallbackRecorded event) {
        return !Boolean.TRUE.equals(event.replyFalse())
                ? Optional.empty()
                : proposal(
                        event.petitionId(),
                        event.at(),
                        Digests.of("false-reply", event.petitionId().value()),
                        SupervisionTrigger.FALSE_REPLY,
                        "回访发现答复不实");
    }

    /** One order a petition, however often it is repeated after that. */
    private Optional<DraftSupervisionOrder> repeated(PetitionMerged event) {
        return memory.merged(event.petitionId(), event.main()) < REPEATS
                ? Optional.empty()
                : proposal(
                        event.main(),
                        event.at(),
                        Digests.of("repeated", event.main().value()),
                        SupervisionTrigger.REPEATED,
                        "群众重复留言三次以上");
    }

    /** One order a petition, however often its reply is sent back after that. */
    private Optional<DraftSupervisionOrder> sentBack(ReplySentBack event) {
        return petitions.repliesSentBackByTheBureau(event.petitionId()) < SENT_BACK
                ? Optional.empty()
                : proposal(
                        event.petitionId(),
                        event.at(),
                        Digests.of("perfunctory", event.petitionId().value()),
                        SupervisionTrigger.PERFUNCTORY,
                        "答复两次被信访局复核退回");
    }

    private static boolean bindsTheAgency(DeadlineEscalated event) {
        Duty duty = Duty.of(event.code());
        return event.step() == LadderStep.SUPERVISOR_TASK && !duty.isTheBureaus() && !duty.isTheCitizens();
    }

    private Optional<DraftSupervisionOrder> proposal(
            PetitionEvent event, String identifier, SupervisionTrigger trigger, String matter) {
        return proposal(event.petitionId(), event.at(), Digests.of("proposed", identifier), trigger, matter);
    }

    private Optional<DraftSupervisionOrder> proposal(
            PetitionId petition, Instant at, String unique, SupervisionTrigger trigger, String matter) {
        return petitions.imported(petition)
                ? Optional.empty()
                : petitions
                        .lead(petition)
                        .map(agency -> new DraftSupervisionOrder(
                                new SupervisionOrderId("ORD-" + unique),
                                at,
                                SupervisionForm.E_ORDER,
                                SupervisionChannel.ONLINE,
                                trigger,
                                agency,
                                List.of(petition),
                                matter));
    }
}
