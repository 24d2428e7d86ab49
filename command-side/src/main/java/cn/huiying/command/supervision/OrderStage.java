package cn.huiying.command.supervision;

import cn.huiying.command.dossier.DossierStage;
import cn.huiying.command.supervision.acknowledging.AcknowledgeSupervisionOrder;
import cn.huiying.command.supervision.answering.ReturnSupervisionFeedback;
import cn.huiying.command.supervision.answering.SubmitSupervisionFeedback;
import cn.huiying.command.supervision.cancelling.CancelSupervisionOrder;
import cn.huiying.command.supervision.completing.AnOfflineOrderIsOnRecord;
import cn.huiying.command.supervision.completing.CompleteSupervisionOrder;
import cn.huiying.command.supervision.drafting.NoAccusationGoesToTheMedia;
import cn.huiying.command.supervision.escalating.AnEscalationChangesTheForm;
import cn.huiying.command.supervision.escalating.EscalateSupervisionOrder;
import cn.huiying.command.supervision.handingover.HandOverOrder;
import cn.huiying.command.supervision.issuing.IssueSupervisionOrder;
import cn.huiying.command.supervision.issuing.OnlyTheJointConferenceDecides;
import cn.huiying.command.supervision.recording.OnlyAnOfflineOrderIsRecorded;
import cn.huiying.command.supervision.recording.OnlyWhatWasDoneIsRecorded;
import cn.huiying.command.supervision.recording.RecordOfflineSupervision;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.supervision.CircularIssued;
import cn.huiying.shared.supervision.InterviewHeld;
import cn.huiying.shared.supervision.ListedSupervisionClosed;
import cn.huiying.shared.supervision.ListedSupervisionOpened;
import cn.huiying.shared.supervision.OfflineSupervisionRecorded;
import cn.huiying.shared.supervision.SupervisionAcknowledged;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEscalated;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionFeedbackSubmitted;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionReturned;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where an order stands, and what may be done with it there (domain 9.5). Pure: time comes in with the command. */
sealed interface OrderStage extends DossierStage {

    OrderFacts facts();

    @Override
    SupervisionState state();

    @Override
    default String stateText() {
        return state().chinese();
    }

    /** To an agency there are no drafts, and no orders to others. */
    @Override
    default boolean isKnownTo(Actor actor) {
        return actor.agency() == null
                || !(this instanceof Draft) && facts().agency().equals(actor.agency());
    }

    /** @param to who answers for the agency now; itself where nobody else does */
    default List<SupervisionEvent> handOver(HandOverOrder command, String to) {
        return this instanceof Ended || to.equals(facts().agency())
                ? List.of()
                : List.of(new SupervisionHandedOver(
                        facts().orderId(), facts().agency(), to, !(this instanceof Draft), command.at()));
    }

    /** Nobody is under it yet. */
    record Draft(OrderFacts facts) implements OrderStage {

        @Override
        public SupervisionState state() {
            return SupervisionState.DRAFT;
        }

        List<SupervisionEvent> issue(IssueSupervisionOrder command, WorkCalendar calendar, boolean accusation) {
            SupervisionForm form = command.form() == null ? facts.form() : command.form();
            SupervisionChannel channel = command.channel() == null ? facts.channel() : command.channel();
            NoAccusationGoesToTheMedia.check(form, accusation);
            OnlyTheJointConferenceDecides.check(form, command.jointConference());
            List<SupervisionEvent> events = new ArrayList<>();
            events.add(new SupervisionOrderIssued(
                    facts.orderId(),
                    facts.agency(),
                    form,
                    channel,
                    command.requirement(),
                    command.jointConference(),
                    answerBy(form, command.feedbackWorkdays(), command.at(), calendar),
                    command.at()));
            events.addAll(taken(form, facts, command.at()));
            return events;
        }

        List<SupervisionEvent> cancel(CancelSupervisionOrder command) {
            return List.of(new SupervisionCancelled(facts.orderId(), null, command.reason(), command.at()));
        }
    }

    /** The agency is under it. */
    sealed interface Open extends OrderStage {

        default List<SupervisionEvent> escalate(
                EscalateSupervisionOrder command, WorkCalendar calendar, boolean accusation) {
            AnEscalationChangesTheForm.check(facts().form(), command.form());
            NoAccusationGoesToTheMedia.check(command.form(), accusation);
            OnlyTheJointConferenceDecides.check(command.form(), command.jointConference());
            List<SupervisionEvent> events = new ArrayList<>(left(facts(), command.at()));
            events.add(new SupervisionEscalated(
                    facts().orderId(),
                    facts().agency(),
                    facts().form(),
                    command.form(),
                    command.channel() == null ? facts().channel() : command.channel(),
                    command.reason(),
                    command.jointConference(),
                    answerBy(command.form(), command.feedbackWorkdays(), command.at(), calendar),
                    command.at()));
            events.addAll(taken(command.form(), facts(), command.at()));
            return events;
        }

        default List<SupervisionEvent> record(RecordOfflineSupervision command) {
            OnlyAnOfflineOrderIsRecorded.check(facts().channel());
            OnlyWhatWasDoneIsRecorded.check(command.heldAt(), command.at());
            List<SupervisionEvent> events = new ArrayList<>();
            events.add(new OfflineSupervisionRecorded(
                    facts().orderId(),
                    command.people(),
                    command.heldAt(),
                    command.place(),
                    command.document(),
                    command.at()));
            if (facts().form() == SupervisionForm.INTERVIEW) {
                events.add(new InterviewHeld(facts().orderId(), command.heldAt(), command.at()));
            }
            return events;
        }

        default List<SupervisionEvent> cancel(CancelSupervisionOrder command) {
            List<SupervisionEvent> events = new ArrayList<>(left(facts(), command.at()));
            events.add(new SupervisionCancelled(facts().orderId(), facts().agency(), command.reason(), command.at()));
            return events;
        }
    }

    /** It was read, and an answer is awaited. */
    sealed interface Answerable extends Open {

        default List<SupervisionEvent> answer(SubmitSupervisionFeedback command) {
            return List.of(new SupervisionFeedbackSubmitted(
                    facts().orderId(),
                    facts().agency(),
                    facts().answers() + 1,
                    command.text(),
                    command.evidence(),
                    command.at()));
        }
    }

    /** @param escalated whether it goes on in another form than it began */
    record Issued(OrderFacts facts, boolean escalated) implements Open {

        @Override
        public SupervisionState state() {
            return escalated ? SupervisionState.ESCALATED : SupervisionState.ISSUED;
        }

        List<SupervisionEvent> acknowledge(AcknowledgeSupervisionOrder command) {
            return List.of(new SupervisionAcknowledged(facts.orderId(), facts.agency(), command.at()));
        }
    }

    record Acknowledged(OrderFacts facts) implements Answerable {

        @Override
        public SupervisionState state() {
            return SupervisionState.ACKNOWLEDGED;
        }
    }

    record Returned(OrderFacts facts) implements Answerable {

        @Override
        public SupervisionState state() {
            return SupervisionState.RETURNED;
        }
    }

    record Answered(OrderFacts facts) implements Open {

        @Override
        public SupervisionState state() {
            return SupervisionState.FEEDBACK_SUBMITTED;
        }

        List<SupervisionEvent> sendBack(ReturnSupervisionFeedback command, WorkCalendar calendar) {
            return List.of(new SupervisionReturned(
                    facts.orderId(),
                    facts.agency(),
                    command.reason(),
                    answerBy(facts.form(), command.feedbackWorkdays(), command.at(), calendar),
                    command.at()));
        }

        List<SupervisionEvent> complete(CompleteSupervisionOrder command) {
            AnOfflineOrderIsOnRecord.check(facts.channel(), facts.recorded());
            List<SupervisionEvent> events = new ArrayList<>(left(facts, command.at()));
            events.add(new SupervisionCompleted(facts.orderId(), facts.agency(), command.result(), command.at()));
            return events;
        }
    }

    /** @param completed or else cancelled */
    record Ended(OrderFacts facts, boolean completed) implements OrderStage {

        @Override
        public SupervisionState state() {
            return completed ? SupervisionState.COMPLETED : SupervisionState.CANCELLED;
        }
    }

    private static Instant answerBy(SupervisionForm form, Integer workdays, Instant at, WorkCalendar calendar) {
        return calendar.endOfWorkday(at, workdays == null ? form.feedbackWorkdays() : workdays);
    }

    /** What a form brings with it when it is taken. */
    private static List<SupervisionEvent> taken(SupervisionForm form, OrderFacts facts, Instant at) {
        return switch (form) {
            case LISTED -> List.of(new ListedSupervisionOpened(facts.orderId(), facts.agency(), at));
            case CIRCULAR -> List.of(new CircularIssued(facts.orderId(), facts.agency(), at));
            default -> List.of();
        };
    }

    /** What ends with a form. */
    private static List<SupervisionEvent> left(OrderFacts facts, Instant at) {
        return facts.form() == SupervisionForm.LISTED
                ? List.of(new ListedSupervisionClosed(facts.orderId(), at))
                : List.of();
    }

    /** @param stage null before the first event */
    static OrderStage evolve(OrderStage stage, SupervisionEvent event) {
        return switch (event) {
            case SupervisionOrderDrafted e -> new Draft(OrderFacts.of(e));
            case SupervisionOrderIssued e -> new Issued(stage.facts().as(e.form(), e.channel()), false);
            case SupervisionAcknowledged e -> new Acknowledged(stage.facts());
            case SupervisionFeedbackSubmitted e -> new Answered(stage.facts().answered());
            case SupervisionReturned e -> new Returned(stage.facts());
            case SupervisionEscalated e -> new Issued(stage.facts().as(e.to(), e.channel()), true);
            case OfflineSupervisionRecorded e -> stage.with(stage.facts().onRecord());
            case SupervisionHandedOver e -> stage.with(stage.facts().to(e.to()));
            case SupervisionCompleted e -> new Ended(stage.facts(), true);
            case SupervisionCancelled e -> new Ended(stage.facts(), false);
            case ListedSupervisionOpened e -> stage;
            case CircularIssued e -> stage;
            case InterviewHeld e -> stage;
            case ListedSupervisionClosed e -> stage;
        };
    }

    private OrderStage with(OrderFacts changed) {
        return switch (this) {
            case Draft s -> new Draft(changed);
            case Issued s -> new Issued(changed, s.escalated());
            case Acknowledged s -> new Acknowledged(changed);
            case Returned s -> new Returned(changed);
            case Answered s -> new Answered(changed);
            case Ended s -> new Ended(changed, s.completed());
        };
    }
}
