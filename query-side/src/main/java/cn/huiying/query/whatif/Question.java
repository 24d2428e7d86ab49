package cn.huiying.query.whatif;

import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.time.CalendarYear;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What is asked.
 *
 * @param from         first date of submission
 * @param to           last date of submission
 * @param asOf         the moment whose verdicts are compared
 * @param policy       in place of those that were in force; null where they hold
 * @param calendar     years in place of those that were known
 * @param changes      which differences are listed; all are counted
 * @param limit        how many are listed
 * @param explanations whether each due moment is explained
 */
record Question(
        LocalDate from,
        LocalDate to,
        Instant asOf,
        DeadlinePolicy policy,
        List<CalendarYear> calendar,
        Set<Change> changes,
        int limit,
        boolean explanations) {

    private static final Instant EVER =
            LocalDate.of(2000, 1, 1).atStartOfDay(WorkCalendar.ZONE).toInstant();

    Instant submittedFrom() {
        return from.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    /** What was submitted after the moment of the verdicts has none. */
    Instant submittedBefore() {
        Instant end = to.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
        return asOf.isBefore(end) ? asOf.plusNanos(1) : end;
    }

    /** The rules with what the question puts in their place; its policy holds whenever it says that it takes effect. */
    TimeRules instead(TimeRules known) {
        WorkCalendar years = known.calendar();
        for (CalendarYear year : calendar) {
            years = years.with(year);
        }
        return new TimeRules(
                policy == null ? known.policies() : new Policies(List.of(policy.takingEffect(EVER))), years);
    }
}
