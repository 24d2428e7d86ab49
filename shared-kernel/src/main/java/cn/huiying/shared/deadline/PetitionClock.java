package cn.huiying.shared.deadline;

import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClockResumed;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.DelayExplained;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.LadderStep;
import cn.huiying.shared.time.Pause;
import cn.huiying.shared.time.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The clock of one petition 计时: its running deadlines, folded from its events, and what a happening and the passing of time
 * make of them. Pure: the same happenings under the same rules always give the same deadlines, so a past period can be
 * computed again under others.
 *
 * @param matter     what the deadlines depend on
 * @param openedAt   when it was submitted
 * @param policyFrom the moment whose policy holds: that of the submission, then for good that of the acceptance
 * @param running    the deadlines nothing has met yet, missed ones among them
 * @param standstill null while the clock runs
 * @param explained  whether the lead agency has explained its delay
 * @param round      0, and one more with each reopening
 */
public record PetitionClock(
        PetitionId petitionId,
        Matter matter,
        Instant openedAt,
        Instant policyFrom,
        List<Running> running,
        Standstill standstill,
        boolean explained,
        int round) {

    /**
     * A deadline that nothing has met yet.
     *
     * @param start  what it counts from
     * @param warned whether its yellow alert is recorded
     * @param missed whether it is recorded as missed
     * @param steps  the steps of the ladder that are recorded
     */
    public record Running(Start start, Deadline deadline, boolean warned, boolean missed, Set<LadderStep> steps) {

        Running moved(Deadline to) {
            return to.dueAt().equals(deadline.dueAt())
                    ? new Running(start, to, warned, missed, steps)
                    : new Running(start, to, false, false, Set.of());
        }

        Running escalated(LadderStep step) {
            Set<LadderStep> all = EnumSet.of(step);
            all.addAll(steps);
            return new Running(start, deadline, warned, missed, all);
        }
    }

    /** The clock stands still for some deadlines. */
    public record Standstill(Instant since, Instant until, List<String> codes) {}

    /** The clock of a petition that was just submitted. */
    public static PetitionClock of(PetitionSubmitted event) {
        Matter matter = new Matter(event.section(), event.type(), null, null, null, null);
        return new PetitionClock(event.petitionId(), matter, event.at(), event.at(), List.of(), null, false, 0);
    }

    /** 办结时限: the deadline of the final reply, while it runs. */
    public Optional<Running> main() {
        return running.stream().filter(r -> r.deadline().duty().concludes()).findFirst();
    }

    /** For how many working days the clock of this round has stood still. */
    public int pausedWorkdays() {
        return running.stream()
                .mapToInt(r ->
                        r.deadline().pauses().stream().mapToInt(Pause::days).sum())
                .max()
                .orElse(0);
    }

    /** The running deadline of a duty. */
    public Optional<Running> running(Duty duty) {
        return running.stream().filter(r -> r.deadline().duty() == duty).findFirst();
    }

    /** The clock after an event. */
    public PetitionClock evolve(PetitionEvent event) {
        return switch (event) {
            case DeadlineEvent e -> evolve(e);
            case PetitionAccepted e -> {
                Matter accepted =
                        new Matter(matter.section(), e.type(), e.petitionClass(), e.limitClass(), e.urgency(), e.at());
                yield without(event).with(accepted, e.at());
            }
            case PetitionResectioned e ->
                with(
                        new Matter(
                                e.section(),
                                matter.type(),
                                matter.petitionClass(),
                                matter.limitClass(),
                                matter.urgency(),
                                matter.acceptedAt()),
                        policyFrom);
            case PetitionReopened e -> {
                // The law's time to conclude has ended with the first conclusion.
                Matter again = new Matter(
                        matter.section(),
                        matter.type(),
                        matter.petitionClass(),
                        matter.limitClass(),
                        matter.urgency(),
                        null);
                yield new PetitionClock(
                        petitionId, again, openedAt, policyFrom, without(event).running(), null, false, e.round());
            }
            case ClockPaused e -> with(running, new Standstill(e.at(), e.until(), e.codes()), explained);
            case ClockResumed e -> with(running, null, explained);
            case DelayExplained e -> with(running, standstill, true);
            default -> without(event);
        };
    }

    private PetitionClock evolve(DeadlineEvent event) {
        return switch (event) {
            case DeadlineSet e -> {
                List<Running> all = new ArrayList<>(running);
                for (Deadline deadline : e.deadlines()) {
                    all.removeIf(r -> r.deadline().code().equals(deadline.code()));
                    all.add(new Running(e.start(), deadline, false, false, Set.of()));
                }
                yield with(all, standstill, explained);
            }
            case DeadlineChanged e -> changed(e.deadline().code(), r -> r.moved(e.deadline()));
            case DeadlineRecalculated e -> changed(e.deadline().code(), r -> r.moved(e.deadline()));
            case YellowAlertRaised e ->
                changed(e.code(), r -> new Running(r.start(), r.deadline(), true, r.missed(), r.steps()));
            case RedAlertRaised e -> this;
            case DeadlineMissed e ->
                changed(e.code(), r -> new Running(r.start(), r.deadline(), r.warned(), true, r.steps()));
            case DeadlineEscalated e -> changed(e.code(), r -> r.escalated(e.step()));
            case DeadlineMet e ->
                with(
                        running.stream()
                                .filter(r -> !r.deadline().code().equals(e.code()))
                                .toList(),
                        standstill,
                        explained);
        };
    }

    /**
     * What follows from a happening: duties it does are met, deadlines it starts are set.
     *
     * @param happening an event that is about to happen to the petition with this clock; all that was due before it is recorded
     */
    public List<PetitionEvent> consequences(PetitionEvent happening, TimeRules rules) {
        List<PetitionEvent> events = new ArrayList<>();
        Set<Duty> done = dutiesDoneBy(happening);
        for (Running r : running) {
            if (done.contains(r.deadline().duty()) && !r.deadline().duty().isARight() && !r.missed()) {
                events.add(new DeadlineMet(
                        petitionId, r.deadline().code(), r.deadline().dueAt(), happening.at()));
            }
        }
        PetitionClock after = evolve(happening);
        rules.policies().inForce(after.policyFrom).ifPresent(policy -> {
            if (happening instanceof PetitionAccepted) {
                // What counts from the submission for some classes only can be known now.
                List<Checkpoint> before = policy.startedBy(Start.SUBMISSION, matter);
                List<Checkpoint> late = policy.startedBy(Start.SUBMISSION, after.matter).stream()
                        .filter(checkpoint -> !before.contains(checkpoint))
                        .toList();
                after.set(events, policy, Start.SUBMISSION, late, openedAt, happening.at(), rules);
            }
            after.startedBy(happening, policy)
                    .ifPresent(started -> after.set(
                            events,
                            policy,
                            started.start(),
                            started.checkpoints(),
                            happening.at(),
                            happening.at(),
                            rules));
        });
        return events;
    }

    private void set(
            List<PetitionEvent> events,
            DeadlinePolicy policy,
            Start start,
            List<Checkpoint> checkpoints,
            Instant from,
            Instant at,
            TimeRules rules) {
        if (!checkpoints.isEmpty()) {
            List<Deadline> deadlines = checkpoints.stream()
                    .map(checkpoint -> Deadlines.compute(policy, checkpoint, matter, from, rules.calendar(), List.of()))
                    .toList();
            events.add(new DeadlineSet(petitionId, start, deadlines, at));
        }
    }

    private record Started(Start start, List<Checkpoint> checkpoints) {}

    private Optional<Started> startedBy(PetitionEvent happening, DeadlinePolicy policy) {
        return switch (happening) {
            case PetitionSubmitted e -> started(Start.SUBMISSION, policy);
            case CorrectionRequested e -> started(Start.CORRECTION_REQUEST, policy);
            // The bureau has the petition before it again.
            case PetitionCorrected e -> Optional.of(again(Duty.ACCEPT_AND_DISPATCH, policy));
            case ReturnGranted e -> Optional.of(again(Duty.ACCEPT_AND_DISPATCH, policy));
            case PetitionAccepted e -> started(Start.ACCEPTANCE, policy);
            case PetitionDispatched e -> started(Start.DISPATCH, policy);
            case AgencyDesignated e -> started(Start.DISPATCH, policy);
            case ReturnRequested e -> started(Start.RETURN_REQUEST, policy);
            case ReplySubmitted e -> started(Start.REPLY, policy);
            case ReplyApproved e -> e.bureauCheckDue() ? started(Start.AGENCY_APPROVAL, policy) : Optional.empty();
            case PetitionResolved e -> started(Start.RESOLUTION, policy);
            case CallbackRequired e -> started(Start.CALLBACK_REQUIRED, policy);
            case PetitionReopened e ->
                Optional.of(new Started(
                        Start.REOPENING,
                        Stream.of(Start.SUBMISSION, Start.DISPATCH)
                                .flatMap(start -> policy.startedBy(start, matter).stream())
                                .filter(checkpoint -> checkpoint.duty().concludes())
                                .map(policy::reopened)
                                .toList()));
            case ReexaminationRequested e -> started(Start.REEXAMINATION_REQUEST, policy);
            case ReexaminationConcluded e -> started(Start.REEXAMINATION_OPINION, policy);
            case ReviewRequested e -> started(Start.REVIEW_REQUEST, policy);
            case PetitionClosed e -> started(Start.CLOSING, policy);
            case HandlingTerminated e -> started(Start.CLOSING, policy);
            case ReviewConcluded e -> started(Start.CLOSING, policy);
            default -> Optional.empty();
        };
    }

    private Optional<Started> started(Start start, DeadlinePolicy policy) {
        return Optional.of(new Started(start, policy.startedBy(start, matter)));
    }

    private Started again(Duty duty, DeadlinePolicy policy) {
        return new Started(
                Start.SUBMISSION,
                policy.startedBy(Start.SUBMISSION, matter).stream()
                        .filter(checkpoint -> checkpoint.duty() == duty)
                        .toList());
    }

    /**
     * What the passing of time has brought until a moment and is not recorded yet, in the order it was due, each with its true
     * moment. It does not matter how often or how late this is asked for.
     */
    public List<PetitionEvent> due(Instant now, TimeRules rules) {
        if (standstill == null || standstill.until().isAfter(now)) {
            return warnings(now);
        }
        List<PetitionEvent> events = new ArrayList<>(warnings(standstill.until()));
        events.addAll(after(events).resume(standstill.until(), rules));
        events.addAll(after(events).warnings(now));
        return events;
    }

    private PetitionClock after(List<PetitionEvent> events) {
        PetitionClock clock = this;
        for (PetitionEvent event : events) {
            clock = clock.evolve(event);
        }
        return clock;
    }

    private List<PetitionEvent> warnings(Instant now) {
        return running.stream()
                .flatMap(r -> PendingMoment.of(r.deadline()).stream()
                        .filter(moment ->
                                isPending(r, moment.kind()) && !moment.at().isAfter(until(r, now))))
                // Stable: what is due at one moment comes in the order in which the deadlines were set.
                .sorted(Comparator.comparing(PendingMoment::at))
                .flatMap(moment -> moment.events(petitionId).stream())
                .toList();
    }

    private boolean isPending(Running r, PendingMoment.Kind kind) {
        return switch (kind) {
            case WARNING -> !r.warned() && !r.missed();
            case MISSED -> !r.missed();
            case SUPERVISOR_TASK -> !r.steps().contains(LadderStep.SUPERVISOR_TASK);
            case CIRCULAR_DRAFT -> !explained && !r.steps().contains(LadderStep.CIRCULAR_DRAFT);
            case END, LAPSE -> false;
        };
    }

    /** Up to when time has passed for a deadline. */
    private Instant until(Running r, Instant now) {
        return standstill != null
                        && standstill.codes().contains(r.deadline().code())
                        && standstill.since().isBefore(now)
                ? standstill.since()
                : now;
    }

    /** 恢复计时: the clock runs again and the deadlines that stood still move by the days that do not count. */
    public List<PetitionEvent> resume(Instant at, TimeRules rules) {
        List<PetitionEvent> events = new ArrayList<>();
        events.add(new ClockResumed(petitionId, standstill.since(), at));
        if (at.isAfter(standstill.since())) {
            for (Running r : running) {
                if (standstill.codes().contains(r.deadline().code())) {
                    List<Pause> pauses = new ArrayList<>(r.deadline().pauses());
                    pauses.add(Pause.of(standstill.since(), at));
                    Deadline moved =
                            Deadlines.paused(r.deadline(), rules.policyOf(r.deadline()), pauses, rules.calendar());
                    if (!moved.dueAt().equals(r.deadline().dueAt())) {
                        events.add(new DeadlineChanged(petitionId, moved, "暂停计时后顺延", at));
                    }
                }
            }
        }
        return events;
    }

    /** 时限重算: what an imported or corrected calendar changes. */
    public List<PetitionEvent> recalculate(String reason, Instant at, TimeRules rules) {
        List<PetitionEvent> events = new ArrayList<>();
        for (Running r : running) {
            Deadline again = Deadlines.recompute(r.deadline(), rules.policyOf(r.deadline()), rules.calendar());
            if (!again.equals(r.deadline())) {
                events.add(
                        new DeadlineRecalculated(petitionId, again, r.deadline().dueAt(), reason, at));
            }
        }
        return events;
    }

    /** The codes of the running deadlines that a pause would hold. */
    public List<String> pausable(TimeRules rules) {
        return running.stream()
                .map(Running::deadline)
                .filter(deadline ->
                        rules.policyOf(deadline).checkpoint(deadline.code()).clockPauses())
                .map(Deadline::code)
                .toList();
    }

    /** The duties and rights that an event does away with; a duty is met by it unless it was missed. */
    private static Set<Duty> dutiesDoneBy(PetitionEvent event) {
        return switch (event) {
            case CorrectionRequested e -> EnumSet.of(Duty.ACCEPT_AND_DISPATCH);
            case PetitionCorrected e -> EnumSet.of(Duty.CORRECTION);
            case PetitionNotAccepted e -> EnumSet.of(Duty.ACCEPT_AND_DISPATCH, Duty.LEGAL_NOTICE);
            case PetitionRedirected e -> EnumSet.of(Duty.ACCEPT_AND_DISPATCH, Duty.LEGAL_NOTICE);
            case PetitionMerged e -> EnumSet.of(Duty.ACCEPT_AND_DISPATCH, Duty.LEGAL_NOTICE);
            case PetitionAccepted e -> EnumSet.of(Duty.LEGAL_NOTICE);
            case PetitionDispatched e -> EnumSet.of(Duty.ACCEPT_AND_DISPATCH);
            case AgencyDesignated e -> EnumSet.of(Duty.ACCEPT_AND_DISPATCH, Duty.RETURN_DECISION);
            case AssignmentSigned e -> EnumSet.of(Duty.SIGN);
            case ReturnRequested e -> EnumSet.of(Duty.RETURN_REQUEST);
            case ReturnGranted e -> EnumSet.of(Duty.RETURN_DECISION);
            case ReturnRefused e -> EnumSet.of(Duty.RETURN_DECISION);
            case CitizenContacted e -> e.reached() ? EnumSet.of(Duty.FIRST_CONTACT) : EnumSet.noneOf(Duty.class);
            case ProgressPosted e -> EnumSet.of(Duty.INTERIM_REPLY);
            case ReplySentBack e -> EnumSet.of(Duty.AGENCY_APPROVAL, Duty.BUREAU_CHECK);
            case ReplyApproved e -> EnumSet.of(Duty.AGENCY_APPROVAL);
            case ReplyConfirmed e -> EnumSet.of(Duty.BUREAU_CHECK);
            case PetitionResolved e ->
                EnumSet.complementOf(EnumSet.of(Duty.REEXAMINATION_OPINION, Duty.REVIEW_OPINION, Duty.ARCHIVING));
            case PetitionEvaluated e -> EnumSet.of(Duty.EVALUATION);
            case EvaluationLapsed e -> EnumSet.of(Duty.EVALUATION);
            case CallbackRecorded e -> e.reached() ? EnumSet.of(Duty.CALLBACK) : EnumSet.noneOf(Duty.class);
            case PetitionClosed e -> EnumSet.of(Duty.CALLBACK, Duty.EVALUATION);
            case PetitionReopened e -> EnumSet.of(Duty.CALLBACK);
            case ReexaminationRequested e -> EnumSet.of(Duty.REEXAMINATION_REQUEST);
            case ReexaminationConcluded e -> EnumSet.of(Duty.REEXAMINATION_OPINION);
            case ReviewRequested e -> EnumSet.of(Duty.REVIEW_REQUEST);
            case ReviewConcluded e -> EnumSet.of(Duty.REVIEW_OPINION);
            default -> EnumSet.noneOf(Duty.class);
        };
    }

    /** Whether an event ends a running deadline, met or not. */
    public static boolean ends(PetitionEvent event, Start start, Duty duty) {
        return dutiesDoneBy(event).contains(duty)
                || switch (event) {
                    case CorrectionLapsed e -> true;
                    case PetitionNotAccepted e -> true;
                    case PetitionRedirected e -> true;
                    case PetitionMerged e -> true;
                    case PetitionWithdrawn e -> true;
                    case HandlingTerminated e -> true;
                    case PetitionArchived e -> true;
                    // The next agency's time begins with its own dispatch.
                    case ReturnGranted e -> start == Start.DISPATCH;
                    case PetitionReopened e -> duty.isTheCitizens() || duty == Duty.ARCHIVING;
                    default -> false;
                };
    }

    private PetitionClock without(PetitionEvent event) {
        List<Running> left = running.stream()
                .filter(r -> !ends(event, r.start(), r.deadline().duty()))
                .toList();
        return left.size() == running.size() ? this : with(left, standstill, explained);
    }

    private PetitionClock changed(String code, UnaryOperator<Running> change) {
        return with(
                running.stream()
                        .map(r -> r.deadline().code().equals(code) ? change.apply(r) : r)
                        .toList(),
                standstill,
                explained);
    }

    private PetitionClock with(Matter newMatter, Instant from) {
        return new PetitionClock(petitionId, newMatter, openedAt, from, running, standstill, explained, round);
    }

    private PetitionClock with(List<Running> now, Standstill still, boolean isExplained) {
        return new PetitionClock(petitionId, matter, openedAt, policyFrom, List.copyOf(now), still, isExplained, round);
    }
}
