package cn.huiying.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = WorkCalendar.shipped();

    @ParameterizedTest
    @CsvSource({
        "2021-11-01, 2021-11-02, 2021-11-04, 2021-11-08, 2021-11-10, 2021-11-22",
        "2022-01-28, 2022-01-29, 2022-02-07, 2022-02-09, 2022-02-11, 2022-02-23",
        "2022-12-30, 2023-01-03, 2023-01-05, 2023-01-09, 2023-01-11, 2023-01-28",
        "2023-06-21, 2023-06-25, 2023-06-27, 2023-06-29, 2023-07-03, 2023-07-13",
        "2023-09-28, 2023-10-07, 2023-10-09, 2023-10-11, 2023-10-13, 2023-10-25",
        "2023-10-03, 2023-10-07, 2023-10-09, 2023-10-11, 2023-10-13, 2023-10-25",
        "2024-02-08, 2024-02-09, 2024-02-19, 2024-02-21, 2024-02-23, 2024-03-06",
        "2024-09-13, 2024-09-14, 2024-09-19, 2024-09-23, 2024-09-25, 2024-10-11",
        "2025-09-30, 2025-10-09, 2025-10-11, 2025-10-14, 2025-10-16, 2025-10-28",
        "2026-02-13, 2026-02-14, 2026-02-25, 2026-02-27, 2026-03-02, 2026-03-12",
        "2026-12-15, 2026-12-16, 2026-12-18, 2026-12-22, 2026-12-24, 2027-01-06",
    })
    void working_days_are_counted_with_holidays_and_make_up_days(
            LocalDate start, LocalDate one, LocalDate three, LocalDate five, LocalDate seven, LocalDate fifteen) {
        assertThat(calendar.plusWorkdays(start, 1)).isEqualTo(one);
        assertThat(calendar.plusWorkdays(start, 3)).isEqualTo(three);
        assertThat(calendar.plusWorkdays(start, 5)).isEqualTo(five);
        assertThat(calendar.plusWorkdays(start, 7)).isEqualTo(seven);
        assertThat(calendar.plusWorkdays(start, 15)).isEqualTo(fifteen);
    }

    @ParameterizedTest
    @CsvSource({"2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void every_published_year_has_the_working_days_of_its_notice(int year, int workdays) {
        long counted = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorkday)
                .count();
        assertThat(counted).isEqualTo(workdays);
    }

    @Test
    void a_limit_ends_at_midnight_in_jieyang() {
        assertThat(calendar.endOfWorkday(Instant.parse("2021-11-01T15:59:59Z"), 1))
                .isEqualTo("2021-11-02T16:00:00Z");
        assertThat(calendar.endOfWorkday(Instant.parse("2021-11-01T16:00:00Z"), 1))
                .as("already 2 November in Jieyang")
                .isEqualTo("2021-11-03T16:00:00Z");
    }

    @Test
    void a_calendar_day_limit_that_ends_on_a_day_off_moves_to_the_next_working_day() {
        assertThat(calendar.endOfCalendarDay(Instant.parse("2023-09-15T02:00:00Z"), 15))
                .isEqualTo("2023-10-07T16:00:00Z");
        assertThat(calendar.endOfCalendarDay(Instant.parse("2023-03-01T02:00:00Z"), 15))
                .isEqualTo("2023-03-16T16:00:00Z");
    }
}
