package cn.huiying.shared.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 时限: a due moment with all it was computed from. It rests in events and explains itself when policy and calendar have long
 * changed. The days from {@code startDate} (not counted) to {@code lastDay} less {@code skipped} are the days counted.
 *
 * @param code          of the {@link Duty}
 * @param policy        code of the policy 时限策略
 * @param startedAt     the moment of the event it counts from
 * @param startDate     that moment's date in Jieyang, which is not counted (民法典 Art. 201)
 * @param amount        the policy's limit
 * @param extension     延期: what was granted beyond it, in the same unit; 0 where none was
 * @param pauses        暂停计时
 * @param skipped       the days that do not count
 * @param lastDay       the last day 期限的最后一日
 * @param provisional   whether it may move when the notice of a year is published
 * @param legalLimit    the outer limit of the law; null where none binds it
 * @param alerts        when its warnings are due
 */
public record Deadline(
        String code,
        String policy,
        int policyVersion,
        Instant startedAt,
        LocalDate startDate,
        int amount,
        Unit unit,
        int extension,
        List<Pause> pauses,
        List<SkippedDay> skipped,
        LocalDate lastDay,
        DueMoment dueMoment,
        Instant dueAt,
        boolean provisional,
        LegalLimit legalLimit,
        Alerts alerts) {

    public Deadline {
        pauses = List.copyOf(pauses);
        skipped = List.copyOf(skipped);
    }

    public Duty duty() {
        return Duty.of(code);
    }

    /** The light while nothing has met it yet; at the due moment itself the time is over. Green for ever where it has no lights. */
    public Light light(Instant now) {
        if (!alerts.lit() || now.isBefore(alerts.yellowFrom())) {
            return Light.GREEN;
        }
        return now.isBefore(dueAt) ? Light.YELLOW : Light.RED;
    }

    /** The days that count, oldest first; none where the limit is in hours. */
    public List<LocalDate> countedDays() {
        if (unit == Unit.HOUR || !lastDay.isAfter(startDate)) {
            return List.of();
        }
        Set<LocalDate> out = skipped.stream().map(SkippedDay::date).collect(Collectors.toCollection(HashSet::new));
        return startDate
                .plusDays(1)
                .datesUntil(lastDay.plusDays(1))
                .filter(day -> !out.contains(day))
                .toList();
    }

    /** 调休上班日: the weekend days that count because they are worked. */
    public List<LocalDate> makeUpDays() {
        return unit == Unit.WORKDAY
                ? countedDays().stream().filter(CalendarYear::isWeekend).toList()
                : List.of();
    }

    /** Whether the law ends it earlier than the policy would. */
    public boolean capped() {
        return switch (unit) {
            case WORKDAY, CALENDAR_DAY -> countedDays().size() < amount + extension;
            case HOUR -> dueAt.isBefore(startedAt.plusSeconds(3600L * (amount + extension)));
        };
    }

    /** 时限说明: derived, not stored. */
    public Explanation explanation() {
        return new Explanation(DeadlineText.chinese(this), DeadlineText.english(this));
    }
}
