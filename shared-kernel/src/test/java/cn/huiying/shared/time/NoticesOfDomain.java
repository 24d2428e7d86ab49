package cn.huiying.shared.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** The notices typed once more by hand, and a slow count over them: what the calendar is checked against. */
public final class NoticesOfDomain {

    private static final Set<LocalDate> OFF = new HashSet<>();
    private static final Set<LocalDate> WORKED = new HashSet<>();

    static {
        off("2021-01-01", 3); // 元旦
        off("2021-02-11", 7); // 春节
        off("2021-04-03", 3); // 清明
        off("2021-05-01", 5); // 劳动
        off("2021-06-12", 3); // 端午
        off("2021-09-19", 3); // 中秋
        off("2021-10-01", 7); // 国庆
        worked("2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09");
        off("2022-01-01", 3);
        off("2022-01-31", 7);
        off("2022-04-03", 3);
        off("2022-04-30", 5);
        off("2022-06-03", 3);
        off("2022-09-10", 3);
        off("2022-10-01", 7);
        worked("2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09");
        off("2022-12-31", 3);
        off("2023-01-21", 7);
        off("2023-04-05", 1);
        off("2023-04-29", 5);
        off("2023-06-22", 3);
        off("2023-09-29", 8);
        worked("2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08");
        off("2024-01-01", 1);
        off("2024-02-10", 8);
        off("2024-04-04", 3);
        off("2024-05-01", 5);
        off("2024-06-10", 1);
        off("2024-09-15", 3);
        off("2024-10-01", 7);
        worked("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11");
        worked("2024-09-14", "2024-09-29", "2024-10-12");
        off("2025-01-01", 1);
        off("2025-01-28", 8);
        off("2025-04-04", 3);
        off("2025-05-01", 5);
        off("2025-05-31", 3);
        off("2025-10-01", 8);
        worked("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11");
        off("2026-01-01", 3);
        off("2026-02-15", 9);
        off("2026-04-04", 3);
        off("2026-05-01", 5);
        off("2026-06-19", 3);
        off("2026-09-25", 3);
        off("2026-10-01", 7);
        worked("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
    }

    private NoticesOfDomain() {}

    /** For 2021 to 2026. */
    public static boolean isWorkday(LocalDate day) {
        if (OFF.contains(day)) {
            return false;
        }
        return WORKED.contains(day)
                || day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    static boolean isOff(LocalDate day) {
        return OFF.contains(day);
    }

    private static void off(String first, int days) {
        for (int i = 0; i < days; i++) {
            OFF.add(LocalDate.parse(first).plusDays(i));
        }
    }

    private static void worked(String... days) {
        for (String day : days) {
            WORKED.add(LocalDate.parse(day));
        }
    }
}
