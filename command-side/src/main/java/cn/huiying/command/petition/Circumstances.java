package cn.huiying.command.petition;

import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.List;

/** What a stage may ask about the world when it decides: who acts, and the time rules, settings and directory in force. */
record Circumstances(Actor actor, TimeRules rules, ProcedureSettings settings, Agencies agencies) {

    WorkCalendar calendar() {
        return rules.calendar();
    }

    /** The policy a petition is handled under; history older than the first policy is handled under that. */
    DeadlinePolicy policy(PetitionClock clock) {
        return rules.policies().published().isEmpty()
                ? rules.policies().at(clock.policyFrom())
                : rules.policies()
                        .inForce(clock.policyFrom())
                        .orElseGet(() -> rules.policies().published().getFirst());
    }

    /** The end of a window that begins now. */
    Instant windowEnd(Duty duty, PetitionClock clock, Instant at) {
        DeadlinePolicy policy = policy(clock);
        return Deadlines.compute(
                        policy, policy.checkpoint(duty.code()), clock.matter(), at, rules.calendar(), List.of())
                .dueAt();
    }
}
