package cn.huiying.query.whatif;

import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Start;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the deadlines of one petition went: its clock, and beside it what became of each deadline that ever ran. */
final class Course {

    /**
     * A duty of a petition.
     *
     * @param round 0, and one more with each reopening
     * @param turn  1 for the first time the duty arose in this round, as it does for each agency that gets the petition
     */
    record Key(int round, String code, int turn) {}

    private static final class Line {

        private final Start start;
        private Deadline deadline;
        private boolean open = true;
        private boolean met;
        private boolean missed;

        Line(Start start, Deadline deadline) {
            this.start = start;
            this.deadline = deadline;
        }

        void move(Deadline to) {
            missed &= to.dueAt().equals(deadline.dueAt());
            deadline = to;
        }

        Outcome outcome(Instant asOf) {
            Duty duty = deadline.duty();
            boolean over = duty.isARight() && !deadline.dueAt().isAfter(asOf);
            return new Outcome(
                    deadline,
                    met ? Verdict.MET : missed ? Verdict.MISSED : open && !over ? Verdict.RUNNING : Verdict.ENDED);
        }
    }

    private PetitionClock clock;
    private final Map<Key, Line> lines = new LinkedHashMap<>();
    private final Map<String, Line> latest = new HashMap<>();

    /** Null before the petition was submitted. */
    PetitionClock clock() {
        return clock;
    }

    void record(List<? extends PetitionEvent> events) {
        events.forEach(this::record);
    }

    void record(PetitionEvent event) {
        clock = event instanceof PetitionSubmitted submitted ? PetitionClock.of(submitted) : clock.evolve(event);
        if (event instanceof DeadlineEvent deadlineEvent) {
            record(deadlineEvent);
            return;
        }
        for (Line line : lines.values()) {
            if (line.open && PetitionClock.ends(event, line.start, line.deadline.duty())) {
                line.open = false;
            }
        }
    }

    private void record(DeadlineEvent event) {
        switch (event) {
            case DeadlineSet e -> e.deadlines().forEach(deadline -> set(e.start(), deadline));
            case DeadlineChanged e -> latest.get(e.deadline().code()).move(e.deadline());
            case DeadlineRecalculated e -> latest.get(e.deadline().code()).move(e.deadline());
            case DeadlineMet e -> latest.get(e.code()).met = true;
            case DeadlineMissed e -> latest.get(e.code()).missed = true;
            case YellowAlertRaised e -> {}
            case RedAlertRaised e -> {}
            case DeadlineEscalated e -> {}
        }
    }

    private void set(Start start, Deadline deadline) {
        int turn = 1;
        while (lines.containsKey(new Key(clock.round(), deadline.code(), turn))) {
            turn++;
        }
        Line line = new Line(start, deadline);
        Line before = latest.put(deadline.code(), line);
        if (before != null) {
            before.open = false;
        }
        lines.put(new Key(clock.round(), deadline.code(), turn), line);
    }

    /** What the passing of time brings until a moment. */
    void pass(Instant now, TimeRules rules) {
        record(clock.due(now, rules));
    }

    /** What became of each deadline, in the order they were set. */
    Map<Key, Outcome> outcomes(Instant asOf) {
        Map<Key, Outcome> outcomes = new LinkedHashMap<>();
        lines.forEach((key, line) -> outcomes.put(key, line.outcome(asOf)));
        return outcomes;
    }
}
