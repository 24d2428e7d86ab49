package cn.huiying.app.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts days by looking at each one, straight from the State Council's notices of 2022 to 2024 as domain 8.1 has them. It shares
 * nothing with what it checks.
 */
final class SlowCounter {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Set<LocalDate> OFF = new HashSet<>();
    private static final Set<LocalDate> WORKED = new HashSet<>();

    static {
        off("2022-12-31", "2023-01-02");
        off("2023-01-21", "2023-01-27");
        off("2023-04-05", "2023-04-05");
        off("2023-04-29", "2023-05-03");
        off("2023-06-22", "2023-06-24");
        off("2023-09-29", "2023-10-06");
        off("2024-01-01", "2024-01-01");
        off("2024-02-10", "2024-02-17");
        off("2024-04-04", "2024-04-06");
        off("2024-05-01", "2024-05-05");
        for (String day : List.of(
                "2023-01-28",
                "2023-01-29",
                "2023-04-23",
                "2023-05-06",
                "2023-06-25",
                "2023-10-07",
                "2023-10-08",
                "2024-02-04",
                "2024-02-18",
                "2024-04-07",
                "2024-04-28",
                "2024-05-11")) {
            WORKED.add(LocalDate.parse(day));
        }
    }

    private SlowCounter() {}

    private static void off(String from, String to) {
        for (LocalDate day = LocalDate.parse(from); !day.isAfter(LocalDate.parse(to)); day = day.plusDays(1)) {
            OFF.add(day);
        }
    }

    static boolean isWorked(LocalDate day) {
        if (WORKED.contains(day)) {
            return true;
        }
        return !OFF.contains(day) && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after a moment's day, where the days in the set do not count. */
    static LocalDate workdays(Instant from, int n, Set<LocalDate> still) {
        LocalDate day = dateOf(from);
        int counted = 0;
        while (counted < n) {
            day = day.plusDays(1);
            if (isWorked(day) && !still.contains(day)) {
                counted++;
            }
        }
        return day;
    }

    /** The n-th day after a moment's day, moved on to a working day. */
    static LocalDate days(Instant from, int n) {
        LocalDate day = dateOf(from).plusDays(n);
        while (!isWorked(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static LocalDate workdayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorked(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /** 24:00. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(CHINA).toInstant();
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(CHINA).toInstant();
    }

    static LocalDate dateOf(Instant moment) {
        return moment.atZone(CHINA).toLocalDate();
    }
}
