package cn.huiying.query.petitionfile;

import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClockResumed;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Light;
import cn.huiying.shared.time.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Every deadline ever set for one petition, in order: a fold of its events that, unlike its clock, forgets nothing. */
final class Timetable {

    /** The offices' dealings with one another, which the author is not shown. */
    private static final Set<Duty> INTERNAL =
            EnumSet.of(Duty.RETURN_REQUEST, Duty.RETURN_DECISION, Duty.AGENCY_APPROVAL, Duty.BUREAU_CHECK);

    /** What became of a deadline. */
    enum Status {
        /** 计时中. */
        RUNNING("计时中"),
        /** 按期完成. */
        MET("按期完成"),
        /** 逾期: over, and done late or not at all. */
        MISSED("逾期"),
        /** 已终结: a right that was used or lapsed, or a duty that fell away. */
        ENDED("已终结");

        private final String chinese;

        Status(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }
    }

    /** When a deadline was due before it was moved. */
    record Move(Instant dueBefore, String reason, Instant at) {}

    /**
     * A deadline at some moment.
     *
     * @param light null once it does not run any more
     * @param held  whether it stands still
     */
    record Standing(Status status, Instant missedSince, Instant endedAt, Light light, boolean held) {}

    /** One deadline and what became of it. */
    static final class Line {

        final Start start;
        Deadline deadline;
        Status recorded = Status.RUNNING;
        Instant metAt;
        Instant missedSince;
        Instant doneLateAt;
        Instant endedAt;
        Light alert;
        final List<Move> moves = new ArrayList<>();

        Line(Start start, Deadline deadline, Instant at) {
            this.start = start;
            this.deadline = deadline;
            alert = deadline.light(at);
        }

        Duty duty() {
            return deadline.duty();
        }

        boolean internal() {
            return Timetable.internal(deadline.code());
        }

        /** Whether nothing has met or ended it, be it missed. */
        boolean open() {
            return (recorded == Status.RUNNING || recorded == Status.MISSED) && doneLateAt == null && endedAt == null;
        }

        private void move(Deadline to, Instant dueBefore, String reason, Instant at) {
            if (!to.dueAt().equals(deadline.dueAt())) {
                moves.add(new Move(dueBefore, reason, at));
                recorded = Status.RUNNING;
                missedSince = null;
                alert = to.light(at);
            }
            deadline = to;
        }

        private void end(boolean done, Instant at) {
            if (recorded == Status.MISSED && done) {
                doneLateAt = at;
            } else {
                endedAt = at;
                recorded = recorded == Status.RUNNING ? Status.ENDED : recorded;
            }
        }

        private void met(Instant at) {
            recorded = Status.MET;
            metAt = at;
            endedAt = null;
        }
    }

    /** Whether the author is not shown the deadlines with this code. */
    static boolean internal(String code) {
        return INTERNAL.contains(Duty.of(code));
    }

    private final List<Line> lines = new ArrayList<>();
    private ClockPaused standstill;

    List<Line> lines() {
        return lines;
    }

    /** The last deadline with this code. */
    Optional<Line> last(String code) {
        return lines.reversed().stream()
                .filter(line -> line.deadline.code().equals(code))
                .findFirst();
    }

    /** The worst light the log tells of, among some lines. */
    Light light(Predicate<Line> which) {
        return lines.stream()
                .filter(which)
                .filter(Line::open)
                .map(line -> line.alert)
                .max(Light::compareTo)
                .orElse(Light.GREEN);
    }

    /** A line as it stands at a moment, whether or not the platform has recorded by then what time brought. */
    Standing at(Instant now, Line line) {
        if (!line.open()) {
            return new Standing(line.recorded, line.missedSince, line.endedAt, null, false);
        }
        Deadline deadline = line.deadline;
        boolean held = standstill != null && standstill.codes().contains(deadline.code());
        Instant moment = held && standstill.at().isBefore(now) ? standstill.at() : now;
        if (line.recorded == Status.RUNNING && !moment.isBefore(deadline.dueAt())) {
            return line.duty().isARight()
                    ? new Standing(Status.ENDED, null, deadline.dueAt(), null, held)
                    : new Standing(Status.MISSED, deadline.dueAt(), null, deadline.light(moment), held);
        }
        return new Standing(line.recorded, line.missedSince, null, deadline.light(moment), held);
    }

    void evolve(PetitionEvent event) {
        if (event instanceof DeadlineEvent e) {
            evolve(e);
            return;
        }
        if (event instanceof ClockPaused e) {
            standstill = e;
        }
        if (event instanceof ClockResumed || event instanceof PetitionReopened) {
            standstill = null;
        }
        for (Line line : lines) {
            if (line.open() && PetitionClock.ends(event, line.start, line.duty())) {
                line.end(does(event, line.duty()), event.at());
            }
        }
    }

    private void evolve(DeadlineEvent event) {
        switch (event) {
            case DeadlineSet e -> {
                for (Deadline deadline : e.deadlines()) {
                    open(deadline.code()).ifPresent(line -> line.end(false, e.at()));
                    lines.add(new Line(e.start(), deadline, e.at()));
                }
            }
            case DeadlineChanged e ->
                open(e.deadline().code())
                        .ifPresent(line -> line.move(e.deadline(), line.deadline.dueAt(), e.reason(), e.at()));
            case DeadlineRecalculated e ->
                open(e.deadline().code()).ifPresent(line -> line.move(e.deadline(), e.dueBefore(), e.reason(), e.at()));
            case YellowAlertRaised e -> open(e.code()).ifPresent(line -> line.alert = Light.YELLOW);
            case RedAlertRaised e -> open(e.code()).ifPresent(line -> line.alert = Light.RED);
            // The happening that met it has ended it already.
            case DeadlineMet e -> last(e.code()).ifPresent(line -> line.met(e.at()));
            case DeadlineMissed e ->
                open(e.code()).ifPresent(line -> {
                    line.recorded = Status.MISSED;
                    line.missedSince = e.at();
                });
            case DeadlineEscalated e -> {}
        }
    }

    private Optional<Line> open(String code) {
        return last(code).filter(Line::open);
    }

    /** Whether an event that ends a duty does it, late as it may be, or makes it fall away. */
    private static boolean does(PetitionEvent event, Duty duty) {
        return switch (event) {
            case CorrectionLapsed e -> false;
            case PetitionWithdrawn e -> false;
            case HandlingTerminated e -> false;
            case PetitionArchived e -> false;
            case PetitionNotAccepted e -> decides(duty);
            case PetitionRedirected e -> decides(duty);
            case PetitionMerged e -> decides(duty);
            case ReturnGranted e -> duty == Duty.RETURN_DECISION;
            default -> true;
        };
    }

    private static boolean decides(Duty duty) {
        return duty == Duty.ACCEPT_AND_DISPATCH || duty == Duty.LEGAL_NOTICE;
    }
}
