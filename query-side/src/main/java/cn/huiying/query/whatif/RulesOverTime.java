package cn.huiying.query.whatif;

import cn.huiying.shared.deadline.DeadlinePolicyEvent;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What was known of calendar and policies, from when to when: a deadline was computed by what the platform knew then. */
record RulesOverTime(List<Known> known) {

    /** Before anything was told. */
    static final RulesOverTime NONE =
            new RulesOverTime(List.of(new Known(Instant.MIN, null, new TimeRules(Policies.NONE, emptyCalendar()))));

    /**
     * What was known from a moment on.
     *
     * @param recalculatedAt when running deadlines were counted again by it; null where they were not
     */
    record Known(Instant since, Instant recalculatedAt, TimeRules rules) {}

    RulesOverTime {
        known = List.copyOf(known);
    }

    private static WorkCalendar emptyCalendar() {
        return WorkCalendar.of(List.of());
    }

    /** The rules as they are known in the end. */
    TimeRules last() {
        return known.getLast().rules();
    }

    /** The rules with one more year, or one year corrected. */
    RulesOverTime and(CalendarEvent event, Instant recordedAt) {
        TimeRules rules = last();
        return and(new Known(
                recordedAt,
                event.at(),
                new TimeRules(rules.policies(), rules.calendar().with(event.content()))));
    }

    /** The rules with a policy published or retired; no deadline that runs changes by it. */
    RulesOverTime and(DeadlinePolicyEvent event, Instant recordedAt) {
        TimeRules rules = last();
        return and(new Known(recordedAt, null, new TimeRules(rules.policies().evolve(event), rules.calendar())));
    }

    private RulesOverTime and(Known next) {
        List<Known> all = new ArrayList<>(known);
        all.add(next);
        return new RulesOverTime(all);
    }

    /** The same story under other rules. */
    RulesOverTime under(UnaryOperator<TimeRules> asked) {
        return new RulesOverTime(known.stream()
                .map(k -> new Known(k.since(), k.recalculatedAt(), asked.apply(k.rules())))
                .toList());
    }
}
