package cn.huiying.query.whatif;

import cn.huiying.query.whatif.RulesOverTime.Known;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.deadline.PetitionClock.Running;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClockResumed;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.time.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Lets what happened to one petition happen again under given rules, through the clock that its commands ran on. Recorded
 * deadline events are left out: what the rules make of the happenings is what is asked. What people decided is kept as they
 * decided it, be it possible under the other rules or not: an extension by its amount, a pause from when to when.
 */
final class Replay {

    private final RulesOverTime rules;
    private final Instant asOf;
    private final Course course = new Course();
    private int reached;

    Replay(RulesOverTime rules, Instant asOf) {
        this.rules = rules;
        this.asOf = asOf;
    }

    /** @param recordedAt when it was written to the log, which says what was known of the rules */
    void happens(PetitionEvent event, Instant recordedAt) {
        learn(recordedAt);
        if (event instanceof DeadlineEvent) {
            return;
        }
        if (event instanceof PetitionSubmitted submitted) {
            happens(PetitionClock.of(submitted), event);
            return;
        }
        course.pass(event.at(), known());
        switch (event) {
            case ClockPaused e -> happens(course.clock(), pausedAgain(e));
            case ClockResumed e -> resume(e);
            case ExtensionGranted e -> {
                happens(course.clock(), e);
                extend(e);
            }
            default -> happens(course.clock(), event);
        }
    }

    private void happens(PetitionClock before, PetitionEvent event) {
        List<PetitionEvent> consequences = before.consequences(event, known());
        course.record(event);
        course.record(consequences);
    }

    /** The deadlines that a pause holds are those of the rules. */
    private ClockPaused pausedAgain(ClockPaused event) {
        return new ClockPaused(
                event.petitionId(),
                event.reasonCode(),
                event.reason(),
                course.clock().pausable(known()),
                event.until(),
                event.at());
    }

    /** Where the pause ended by itself, passing time has ended it here, too. */
    private void resume(ClockResumed event) {
        if (course.clock().standstill() != null) {
            course.record(course.clock().resume(event.at(), known()));
        }
    }

    private void extend(ExtensionGranted event) {
        course.clock().main().map(Running::deadline).ifPresent(deadline -> {
            DeadlinePolicy policy = known().policies().byVersion(deadline.policy(), deadline.policyVersion());
            Deadline extended = Deadlines.extended(deadline, event.amount(), policy, known().calendar());
            course.record(new DeadlineChanged(event.petitionId(), extended, event.reason(), event.at()));
        });
    }

    private TimeRules known() {
        return rules.known().get(reached).rules();
    }

    /** What became known of the rules since the last happening; a year counts the running deadlines again. */
    private void learn(Instant until) {
        while (reached + 1 < rules.known().size()
                && !rules.known().get(reached + 1).since().isAfter(until)) {
            reached++;
            Known known = rules.known().get(reached);
            Instant at = known.recalculatedAt();
            if (course.clock() != null && at != null && !at.isAfter(asOf)) {
                course.pass(at, known());
                course.record(course.clock().recalculate("", at, known()));
            }
        }
    }

    /** What became of each deadline, nothing having happened since but the passing of time. */
    Map<Course.Key, Outcome> outcomes() {
        learn(Instant.MAX);
        if (course.clock() != null) {
            course.pass(asOf, known());
        }
        return course.outcomes(asOf);
    }
}
