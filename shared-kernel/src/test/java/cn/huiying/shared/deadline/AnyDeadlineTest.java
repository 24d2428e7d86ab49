package cn.huiying.shared.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.NoticesOfDomain;
import cn.huiying.shared.time.OnBreach;
import cn.huiying.shared.time.Pause;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.Unit;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Deadlines drawn at random (fixed seed) against a slow count that shares nothing with the calendar but the law. */
class AnyDeadlineTest {

    private static final int DRAWN = 20_000;

    /** A clock that stood still, by the clock in Jieyang. */
    private record StoodStill(LocalDateTime from, LocalDateTime to) {

        boolean all(LocalDate day) {
            return !from.isAfter(day.atStartOfDay())
                    && !to.isBefore(day.plusDays(1).atStartOfDay());
        }
    }

    @Test
    void any_deadline_is_due_when_a_slow_count_says() {
        Random random = new Random(20211101);
        int capped = 0;
        int paused = 0;
        for (int i = 0; i < DRAWN; i++) {
            LocalDateTime start = LocalDate.of(2021, 11, 1)
                    .plusDays(random.nextInt(365 * 4))
                    .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            Unit unit = Unit.values()[random.nextInt(3)];
            int amount = 1 + random.nextInt(60);
            List<StoodStill> pauses = unit == Unit.HOUR ? List.of() : pauses(random, start);
            boolean claim = random.nextInt(3) == 0;
            LocalDateTime accepted = start.minusHours(random.nextInt(24 * 40));
            boolean closesAtHalfPastFive = random.nextBoolean();

            Deadline deadline = compute(start, amount, unit, pauses, claim ? accepted : null, closesAtHalfPastFive);

            LocalTime end = closesAtHalfPastFive ? LocalTime.of(17, 30) : null;
            LocalDateTime expected = slowly(start, amount, unit, pauses, end);
            boolean over = false;
            if (claim) {
                LocalDate legal = nextWorkday(accepted.toLocalDate().plusDays(60), List.of());
                over = lastDay(start, amount, unit, pauses).isAfter(legal);
                expected = over ? end(legal, end) : expected;
            }
            assertThat(LocalDateTime.ofInstant(deadline.dueAt(), WorkCalendar.ZONE))
                    .as("%s + %s %s, %s, accepted %s", start, amount, unit, pauses, claim ? accepted : "")
                    .isEqualTo(expected);
            assertThat(deadline.capped()).isEqualTo(over);
            if (unit != Unit.HOUR && !over) {
                assertThat(deadline.countedDays()).hasSize(amount).endsWith(deadline.lastDay());
            }
            assertThat(deadline.provisional()).isFalse();
            assertThat(Deadlines.recompute(deadline, Some.H, Some.CALENDAR)).isEqualTo(deadline);
            capped += over ? 1 : 0;
            paused += deadline.pauses().stream().anyMatch(pause -> pause.days() > 0) ? 1 : 0;
        }
        assertThat(capped).as("the draw meets the legal limit").isGreaterThan(1000);
        assertThat(paused).as("the draw meets pauses").isGreaterThan(1000);
    }

    private static Deadline compute(
            LocalDateTime start,
            int amount,
            Unit unit,
            List<StoodStill> pauses,
            LocalDateTime accepted,
            boolean closesAtHalfPastFive) {
        DeadlinePolicy policy = closesAtHalfPastFive ? PolicyVersions.dueAtCloseOfBusiness(Some.H) : Some.H;
        Matter matter = new Matter(
                Section.MASS_MESSAGE,
                PetitionType.HELP,
                accepted == null ? PetitionClass.OPINION : PetitionClass.CLAIM,
                LimitClass.C15,
                Urgency.NORMAL,
                accepted == null ? null : moment(accepted));
        Checkpoint checkpoint = new Checkpoint(
                "D15", "疑难件办结", Start.DISPATCH, amount, unit, AppliesTo.ALL, OnBreach.LADDER, true, true);
        return Deadlines.compute(
                policy,
                checkpoint,
                matter,
                moment(start),
                Some.CALENDAR,
                pauses.stream()
                        .map(pause -> Pause.of(moment(pause.from()), moment(pause.to())))
                        .toList());
    }

    private static List<StoodStill> pauses(Random random, LocalDateTime start) {
        List<StoodStill> pauses = new ArrayList<>();
        LocalDateTime from = start;
        for (int i = random.nextInt(4); i > 0; i--) {
            from = from.plusHours(random.nextInt(24 * 8));
            LocalDateTime to = from.plusHours(1 + random.nextInt(24 * 9));
            // Some begin and end at midnight.
            pauses.add(random.nextBoolean() ? new StoodStill(from, to) : atMidnight(from, to));
            from = pauses.getLast().to();
        }
        return pauses;
    }

    private static StoodStill atMidnight(LocalDateTime from, LocalDateTime to) {
        LocalDateTime midnight = from.toLocalDate().plusDays(1).atStartOfDay();
        return new StoodStill(midnight, to.toLocalDate().plusDays(2).atStartOfDay());
    }

    private static LocalDateTime slowly(
            LocalDateTime start, int amount, Unit unit, List<StoodStill> pauses, LocalTime end) {
        return unit == Unit.HOUR ? start.plusHours(amount) : end(lastDay(start, amount, unit, pauses), end);
    }

    /** Counts without pauses, then adds the days that stood still up to there, until none is added any more. */
    private static LocalDate lastDay(LocalDateTime start, int amount, Unit unit, List<StoodStill> pauses) {
        LocalDate first = start.toLocalDate();
        if (unit == Unit.HOUR) {
            return start.plusHours(amount).minusNanos(1).toLocalDate();
        }
        int stoodStill = 0;
        while (true) {
            LocalDate last = first;
            for (int left = amount + stoodStill; left > 0; ) {
                last = last.plusDays(1);
                left -= unit == Unit.CALENDAR_DAY || NoticesOfDomain.isWorkday(last) ? 1 : 0;
            }
            int now = 0;
            for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                LocalDate one = day;
                boolean counts = unit == Unit.CALENDAR_DAY || NoticesOfDomain.isWorkday(day);
                now += counts && pauses.stream().anyMatch(pause -> pause.all(one)) ? 1 : 0;
            }
            if (now == stoodStill) {
                return nextWorkday(last, pauses);
            }
            stoodStill = now;
        }
    }

    /** The day itself where offices work and the clock runs. */
    private static LocalDate nextWorkday(LocalDate day, List<StoodStill> pauses) {
        return NoticesOfDomain.isWorkday(day) && pauses.stream().noneMatch(pause -> pause.all(day))
                ? day
                : nextWorkday(day.plusDays(1), pauses);
    }

    private static LocalDateTime end(LocalDate day, LocalTime end) {
        return end == null ? day.plusDays(1).atStartOfDay() : day.atTime(end);
    }

    private static Instant moment(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }
}
