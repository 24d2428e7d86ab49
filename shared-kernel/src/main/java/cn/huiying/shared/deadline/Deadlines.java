package cn.huiying.shared.deadline;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.time.Alerts;
import cn.huiying.shared.time.DayCount;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.DueMoment;
import cn.huiying.shared.time.LegalLimit;
import cn.huiying.shared.time.OfficeHours;
import cn.huiying.shared.time.OnBreach;
import cn.huiying.shared.time.Pause;
import cn.huiying.shared.time.SkipReason;
import cn.huiying.shared.time.SkippedDay;
import cn.huiying.shared.time.Unit;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Computes due moments: the day of the event is not counted, a last day of rest moves to the next working day, the last day
 * ends at 24:00 or at close of business (民法典 Arts. 201, 203), and the law's outer limits bind.
 */
public final class Deadlines {

    private Deadlines() {}

    /**
     * 时限确定.
     *
     * @param startedAt the moment of the checkpoint's start
     * @param pauses    when the clock stood still; they do not overlap
     */
    public static Deadline compute(
            DeadlinePolicy policy,
            Checkpoint checkpoint,
            Matter matter,
            Instant startedAt,
            WorkCalendar calendar,
            List<Pause> pauses) {
        LocalDate startDate = WorkCalendar.dateOf(startedAt);
        LegalLimit legalLimit = LegalLimits.binding(checkpoint.duty(), matter, startDate, false, calendar)
                .orElse(null);
        Deadline uncounted = new Deadline(
                checkpoint.code(),
                policy.code(),
                policy.version(),
                startedAt,
                startDate,
                checkpoint.amount(),
                checkpoint.unit(),
                0,
                checkpoint.clockPauses() ? pauses : List.of(),
                List.of(),
                startDate,
                policy.dueMoment(),
                startedAt,
                false,
                legalLimit,
                null);
        return count(uncounted, policy, calendar);
    }

    /** 时限重算: the same deadline by an imported or corrected calendar. */
    public static Deadline recompute(Deadline deadline, DeadlinePolicy policy, WorkCalendar calendar) {
        return count(deadline, policy, calendar);
    }

    /** 延期: the deadline with an extension in its own unit; a claim's outer limit grows with it (信访工作条例 Art. 34). */
    public static Deadline extended(Deadline deadline, int extension, DeadlinePolicy policy, WorkCalendar calendar) {
        LegalLimit limit = deadline.legalLimit() == null ? null : LegalLimits.extended(deadline.legalLimit());
        return count(with(deadline, extension, deadline.pauses(), limit), policy, calendar);
    }

    /** 恢复计时: the deadline with all pauses so far; as it was where its clock does not pause. */
    public static Deadline paused(Deadline deadline, DeadlinePolicy policy, List<Pause> pauses, WorkCalendar calendar) {
        return checkpoint(deadline, policy).clockPauses()
                ? count(with(deadline, deadline.extension(), pauses, deadline.legalLimit()), policy, calendar)
                : deadline;
    }

    /**
     * 黄灯预警: the first moment with no more time left than the policy says. One working day is left from the end of the last
     * working day but one.
     */
    public static Instant yellowFrom(
            Deadline deadline, DeadlinePolicy policy, WorkCalendar calendar, OfficeHours hours) {
        Checkpoint checkpoint = checkpoint(deadline, policy);
        Instant from;
        if (checkpoint.unit() == Unit.HOUR
                || checkpoint.appliesTo().limitClasses().equals(Set.of(LimitClass.C3))) {
            Duration left = Duration.ofHours(policy.lights().yellowWorkingHours());
            from = calendar.workingTimeBefore(deadline.dueAt(), left, hours);
        } else {
            LocalDate day = deadline.lastDay();
            for (int i = 0; i < policy.lights().yellowWorkdays(); i++) {
                day = calendar.workdayBefore(day);
            }
            from = DueMoment.END_OF_DAY.on(day);
        }
        return from.isBefore(deadline.startedAt()) ? deadline.startedAt() : from;
    }

    /** Until when an extension may be asked for; half a working day before the due moment is the end of the last morning. */
    public static Instant extensionAskedBy(
            Deadline deadline, DeadlinePolicy policy, WorkCalendar calendar, OfficeHours hours) {
        int halves = policy.extension().halfWorkdaysBefore();
        if (halves == 0) {
            return deadline.dueAt();
        }
        LocalDate day = deadline.lastDay();
        for (int i = 0; i < halves / 2; i++) {
            day = calendar.workdayBefore(day);
        }
        return day.atTime(halves % 2 == 1 ? hours.morningTo() : hours.afternoonTo())
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    /** 督办任务: when a missed deadline becomes the supervisor's. */
    public static Instant supervisorTaskAt(Deadline deadline, DeadlinePolicy policy, WorkCalendar calendar) {
        return afterTheLastDay(deadline, policy.ladder().supervisorWorkdays(), calendar);
    }

    /** 通报草稿: when a missed deadline without explanation becomes a circular's draft. */
    public static Instant circularDraftAt(Deadline deadline, DeadlinePolicy policy, WorkCalendar calendar) {
        return afterTheLastDay(deadline, policy.ladder().circularWorkdays(), calendar);
    }

    private static Instant afterTheLastDay(Deadline deadline, int workdays, WorkCalendar calendar) {
        return deadline.dueMoment().on(calendar.plusWorkdays(deadline.lastDay(), workdays));
    }

    private static Checkpoint checkpoint(Deadline deadline, DeadlinePolicy policy) {
        if (!deadline.policy().equals(policy.code()) || deadline.policyVersion() != policy.version()) {
            throw new IllegalArgumentException("The deadline is of policy " + deadline.policy() + " version "
                    + deadline.policyVersion() + ", not of " + policy.code() + " version " + policy.version() + ".");
        }
        return policy.checkpoint(deadline.code());
    }

    private static Deadline with(Deadline deadline, int extension, List<Pause> pauses, LegalLimit legalLimit) {
        return new Deadline(
                deadline.code(),
                deadline.policy(),
                deadline.policyVersion(),
                deadline.startedAt(),
                deadline.startDate(),
                deadline.amount(),
                deadline.unit(),
                extension,
                pauses,
                deadline.skipped(),
                deadline.lastDay(),
                deadline.dueMoment(),
                deadline.dueAt(),
                deadline.provisional(),
                legalLimit,
                null);
    }

    /** Counts anew from what a deadline is computed from; what was counted before does not matter. */
    private static Deadline count(Deadline terms, DeadlinePolicy policy, WorkCalendar calendar) {
        int amount = terms.amount() + terms.extension();
        DayCount policyCount =
                switch (terms.unit()) {
                    case WORKDAY -> calendar.countWorkdays(terms.startDate(), amount, terms.pauses());
                    case CALENDAR_DAY -> calendar.countCalendarDays(terms.startDate(), amount, terms.pauses());
                    case HOUR ->
                        new DayCount(
                                WorkCalendar.dateOf(afterHours(terms, amount).minusNanos(1)), List.of(), false);
                };
        Instant dueAt = terms.unit() == Unit.HOUR
                ? afterHours(terms, amount)
                : terms.dueMoment().on(policyCount.last());
        LocalDate lastDay = policyCount.last();
        boolean provisional = policyCount.provisional();
        LegalLimit legalLimit = terms.legalLimit();
        if (legalLimit != null) {
            DayCount legalCount = LegalLimits.count(legalLimit, calendar);
            legalLimit = new LegalLimit(
                    legalLimit.article(), legalLimit.from(), legalLimit.amount(), legalLimit.unit(), legalCount.last());
            if (lastDay.isAfter(legalCount.last())) {
                lastDay = legalCount.last();
                dueAt = terms.dueMoment().on(lastDay);
                provisional = legalCount.provisional();
            }
        }
        LocalDate last = lastDay;
        List<SkippedDay> skipped = policyCount.skipped().stream()
                .filter(day -> !day.date().isAfter(last))
                .toList();
        Deadline counted = new Deadline(
                terms.code(),
                terms.policy(),
                terms.policyVersion(),
                terms.startedAt(),
                terms.startDate(),
                terms.amount(),
                terms.unit(),
                terms.extension(),
                counted(terms.pauses(), skipped),
                skipped,
                lastDay,
                terms.dueMoment(),
                dueAt,
                provisional,
                legalLimit,
                null);
        return new Deadline(
                counted.code(),
                counted.policy(),
                counted.policyVersion(),
                counted.startedAt(),
                counted.startDate(),
                counted.amount(),
                counted.unit(),
                counted.extension(),
                counted.pauses(),
                counted.skipped(),
                counted.lastDay(),
                counted.dueMoment(),
                counted.dueAt(),
                counted.provisional(),
                counted.legalLimit(),
                alerts(counted, policy, calendar));
    }

    private static Alerts alerts(Deadline deadline, DeadlinePolicy policy, WorkCalendar calendar) {
        Checkpoint checkpoint = checkpoint(deadline, policy);
        boolean ladder = checkpoint.onBreach() == OnBreach.LADDER;
        return new Alerts(
                checkpoint.onBreach(),
                checkpoint.light() ? yellowFrom(deadline, policy, calendar, OfficeHours.USUAL) : null,
                ladder ? supervisorTaskAt(deadline, policy, calendar) : null,
                ladder ? circularDraftAt(deadline, policy, calendar) : null);
    }

    private static Instant afterHours(Deadline terms, int hours) {
        return terms.startedAt().plus(Duration.ofHours(hours));
    }

    /** Each pause with the days that did not count because of it; a day is counted for the first that covers it. */
    private static List<Pause> counted(List<Pause> pauses, List<SkippedDay> skipped) {
        List<SkippedDay> left = new ArrayList<>(skipped);
        left.removeIf(day -> day.reason() != SkipReason.PAUSE);
        List<Pause> counted = new ArrayList<>();
        for (Pause pause : pauses) {
            int before = left.size();
            left.removeIf(day -> pause.covers(day.date()));
            counted.add(new Pause(pause.from(), pause.to(), before - left.size()));
        }
        return counted;
    }
}
