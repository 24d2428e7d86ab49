package cn.huiying.command.supervision;

import cn.huiying.command.common.Digests;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionTrigger;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.LadderStep;
import java.util.List;
import java.util.Optional;

/** Which order the platform proposes because of an event; a person issues it or not. */
final class ProposedOrders {

    private final SupervisedPetitions petitions;

    ProposedOrders(SupervisedPetitions petitions) {
        this.petitions = petitions;
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

    private static boolean bindsTheAgency(DeadlineEscalated event) {
        Duty duty = Duty.of(event.code());
        return event.step() == LadderStep.SUPERVISOR_TASK && !duty.isTheBureaus() && !duty.isTheCitizens();
    }

    private Optional<DraftSupervisionOrder> proposal(
            PetitionEvent event, String identifier, SupervisionTrigger trigger, String matter) {
        PetitionId petition = event.petitionId();
        return petitions.imported(petition)
                ? Optional.empty()
                : petitions
                        .lead(petition)
                        .map(agency -> new DraftSupervisionOrder(
                                new SupervisionOrderId("ORD-" + Digests.of("proposed", identifier)),
                                event.at(),
                                SupervisionForm.E_ORDER,
                                SupervisionChannel.ONLINE,
                                trigger,
                                agency,
                                List.of(petition),
                                matter));
    }
}
