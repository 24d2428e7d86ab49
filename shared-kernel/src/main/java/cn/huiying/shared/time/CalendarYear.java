package cn.huiying.shared.time;

import cn.huiying.shared.rule.InvalidInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One year of the working calendar, as the State Council's notice 放假安排的通知 fixes it. A notice may begin in the last week
 * of the year before: that of 2023 takes 2022-12-31 off.
 *
 * @param off    the days off 放假, weekend days among them
 * @param worked the weekend days that are worked 调休上班
 * @param notice where the notice stands
 */
public record CalendarYear(int year, SortedSet<LocalDate> off, SortedSet<LocalDate> worked, String notice) {

    /** @throws InvalidInput with each day that can't be */
    public CalendarYear {
        off = sorted(off);
        worked = sorted(worked);
        List<InvalidInput.Fault> faults = new ArrayList<>();
        if (notice == null || notice.isBlank()) {
            faults.add(new InvalidInput.Fault(
                    "/notice", "notice-missing", "请注明放假通知的出处。", "Say where the notice of the days off stands."));
        }
        if (off.isEmpty()) {
            faults.add(new InvalidInput.Fault(
                    "/off", "no-days-off", year + "年没有放假日。", "The year " + year + " has no days off."));
        }
        if (worked.isEmpty()) {
            faults.add(new InvalidInput.Fault(
                    "/worked",
                    "no-make-up-days",
                    year + "年没有调休上班日。",
                    "The year " + year + " has no make-up working days."));
        }
        for (LocalDate day : off) {
            if (!covers(year, day)) {
                faults.add(dayOfAnotherYear("/off", year, day));
            }
            if (worked.contains(day)) {
                faults.add(new InvalidInput.Fault(
                        "/off", "day-off-and-worked", day + " 不能既放假又上班。", day + " can't be both off and worked."));
            }
        }
        for (LocalDate day : worked) {
            if (!covers(year, day)) {
                faults.add(dayOfAnotherYear("/worked", year, day));
            }
            if (!isWeekend(day)) {
                faults.add(new InvalidInput.Fault(
                        "/worked",
                        "make-up-day-on-a-weekday",
                        day + " 不是周末,不能作为调休上班日。",
                        day + " is no weekend day: it can't be a make-up working day."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether the notice of a year can speak of this day. */
    private static boolean covers(int year, LocalDate day) {
        return !day.isBefore(LocalDate.of(year - 1, 12, 25)) && day.getYear() <= year;
    }

    private static InvalidInput.Fault dayOfAnotherYear(String pointer, int year, LocalDate day) {
        return new InvalidInput.Fault(
                pointer,
                "day-of-another-year",
                day + " 不属于" + year + "年,也不在上一年最后一周。",
                day + " is neither in " + year + " nor in the last week of the year before.");
    }

    private static SortedSet<LocalDate> sorted(Collection<LocalDate> days) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(days == null ? List.of() : days));
    }
}
