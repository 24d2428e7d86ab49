package cn.huiying.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(DueMoment.END_OF_DAY.on(calendar.countCalendarDays(
                                WorkCalendar.dateOf(Instant.parse("2023-09-15T02:00:00Z")), 15, List.of())
                        .last()))
                .isEqualTo("2023-10-07T16:00:00Z");
        assertThat(DueMoment.END_OF_DAY.on(calendar.countCalendarDays(
                                WorkCalendar.dateOf(Instant.parse("2023-03-01T02:00:00Z")), 15, List.of())
                        .last()))
                .isEqualTo("2023-03-16T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 15})
    void each_start_day_of_the_first_606_counts_as_a_slow_count_over_the_typed_notices_does(int workdays) {
        List<LocalDate> starts =
                LocalDate.of(2021, 11, 1).datesUntil(LocalDate.of(2023, 6, 30)).toList();
        assertThat(starts).hasSize(606);
        for (LocalDate start : starts) {
            int left = workdays;
            LocalDate expected = start;
            while (left > 0) {
                expected = expected.plusDays(1);
                left -= NoticesOfDomain.isWorkday(expected) ? 1 : 0;
            }
            DayCount count = calendar.countWorkdays(start, workdays, List.of());
            assertThat(count.last()).as("%s + %s", start, workdays).isEqualTo(expected);
            assertThat(count.provisional()).isFalse();
        }
    }

    @Test
    void every_shipped_day_is_as_its_notice_says() {
        LocalDate.of(2021, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(day -> {
            assertThat(calendar.isWorkday(day)).as("%s", day).isEqualTo(NoticesOfDomain.isWorkday(day));
            assertThat(calendar.rest(day).equals(Optional.of(SkipReason.NOTICE)))
                    .as("%s", day)
                    .isEqualTo(NoticesOfDomain.isOff(day));
        });
        assertThat(calendar.years())
                .extracting(CalendarYear::year, CalendarYear::notice)
                .contains(tuple(2023, "gov.cn/2022-12/08/content_5730844"))
                .hasSize(6);
    }

    @Test
    void a_count_names_the_days_it_skipped() {
        DayCount count = calendar.countWorkdays(LocalDate.of(2022, 12, 30), 15, List.of());
        assertThat(count.last()).isEqualTo("2023-01-28");
        assertThat(count.skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2022, 12, 31), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 1), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 2), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 7), SkipReason.WEEKEND),
                        new SkippedDay(LocalDate.of(2023, 1, 8), SkipReason.WEEKEND),
                        new SkippedDay(LocalDate.of(2023, 1, 14), SkipReason.WEEKEND),
                        new SkippedDay(LocalDate.of(2023, 1, 15), SkipReason.WEEKEND),
                        new SkippedDay(LocalDate.of(2023, 1, 21), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 22), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 23), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 24), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 25), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 26), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 1, 27), SkipReason.NOTICE));
    }

    @Test
    void a_count_into_a_year_without_a_notice_is_provisional_and_skips_its_fixed_holidays() {
        assertThat(calendar.isPublished(Year.of(2026))).isTrue();
        assertThat(calendar.isPublished(Year.of(2027))).isFalse();
        LocalDate start = LocalDate.of(2026, 12, 15);
        assertThat(calendar.countWorkdays(start, 12, List.of()).provisional()).isFalse();
        DayCount count = calendar.countWorkdays(start, 15, List.of());
        assertThat(count.provisional()).isTrue();
        assertThat(count.last()).isEqualTo("2027-01-06");
        assertThat(count.skipped()).contains(new SkippedDay(LocalDate.of(2027, 1, 1), SkipReason.FIXED_HOLIDAY));
        assertThat(calendar.countCalendarDays(start, 17, List.of()).provisional())
                .as("the last day, 1 January 2027, is looked at")
                .isTrue();
        assertThat(calendar.countCalendarDays(start, 16, List.of()).provisional())
                .isFalse();
    }

    @Test
    void importing_a_year_makes_its_counts_final_and_leaves_the_old_calendar_as_it_was() {
        WorkCalendar imported = calendar.with(year2027("2027-01-01", "2027-01-04"));
        LocalDate start = LocalDate.of(2026, 12, 15);
        assertThat(imported.countWorkdays(start, 15, List.of()).provisional()).isFalse();
        assertThat(imported.plusWorkdays(start, 15)).isEqualTo("2027-01-07");
        assertThat(calendar.plusWorkdays(start, 15)).isEqualTo("2027-01-06");
    }

    @Test
    void correcting_a_year_replaces_all_its_days() {
        WorkCalendar corrected =
                calendar.with(year2027("2027-01-01", "2027-01-04")).with(year2027("2027-01-01", "2027-01-05"));
        assertThat(corrected.isWorkday(LocalDate.of(2027, 1, 4))).isTrue();
        assertThat(corrected.isWorkday(LocalDate.of(2027, 1, 5))).isFalse();
        assertThat(corrected.years()).hasSize(7);
    }

    @Test
    void the_next_years_notice_has_the_last_word_on_the_last_days_of_december() {
        LocalDate newYearsEve = LocalDate.of(2026, 12, 31);
        assertThat(calendar.isWorkday(newYearsEve)).isTrue();
        assertThat(calendar.with(year2027("2026-12-31", "2027-01-01")).rest(newYearsEve))
                .contains(SkipReason.NOTICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-03-06", "2020-12-24", "2028-01-01", "2099-01-01"})
    void a_count_can_not_start_in_a_year_that_is_neither_known_nor_the_next(LocalDate start) {
        assertThatThrownBy(() -> calendar.requireCountable(start))
                .isInstanceOf(Refused.class)
                .hasMessage("The working calendar can count from 2021 to 2027 and does not reach " + start
                        + "; choose a day of these years or import the missing ones first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-03-06", "2099-01-01"})
    void a_day_the_calendar_can_not_know_is_not_guessed(LocalDate day) {
        for (ThrowingCallable question : List.<ThrowingCallable>of(
                () -> calendar.isWorkday(day),
                () -> calendar.workdayBefore(day),
                () -> calendar.plusWorkdays(day, 1),
                () -> calendar.countCalendarDays(day, 15, List.of()),
                () -> WorkCalendar.of(List.of()).isWorkday(LocalDate.of(2023, 3, 6)))) {
            assertThatThrownBy(question).isInstanceOf(Refused.class);
        }
    }

    @Test
    void every_day_of_the_years_that_can_be_counted_can_be_the_start_of_two_hundred_and_fifty_working_days() {
        LocalDate last = LocalDate.of(2027, 12, 31);
        calendar.requireCountable(last);
        assertThat(calendar.countWorkdays(last, 250, List.of()).provisional()).isTrue();
        assertThat(calendar.workdayBefore(LocalDate.of(2021, 1, 1))).isEqualTo("2020-12-31");
    }

    @Test
    void a_year_without_a_notice_has_the_fixed_holidays_off() {
        assertThat(calendar.firstUnpublished()).contains(Year.of(2027));
        assertThat(calendar.year(Year.of(2027))).isEmpty();
        assertThat(WorkCalendar.fixedHolidays(Year.of(2027)))
                .containsExactlyElementsOf(CalendarYearTest.days(
                        "2027-01-01", "2027-05-01", "2027-05-02", "2027-10-01", "2027-10-02", "2027-10-03"));
    }

    @Test
    void a_calendar_has_each_year_once() {
        assertThatThrownBy(() -> WorkCalendar.of(List.of(year2027("2027-01-01"), year2027("2027-01-02"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("year-twice");
    }

    @Test
    void a_working_day_on_which_the_clock_stood_still_does_not_count() {
        // Stopped on Monday at 10:00, resumed on Thursday at 9:00: Tuesday and Wednesday stood still.
        Pause pause = Pause.of(Instant.parse("2023-03-06T02:00:00Z"), Instant.parse("2023-03-09T01:00:00Z"));
        DayCount count = calendar.countWorkdays(LocalDate.of(2023, 3, 3), 3, List.of(pause));
        assertThat(count.last()).isEqualTo("2023-03-10");
        assertThat(count.skipped())
                .contains(
                        new SkippedDay(LocalDate.of(2023, 3, 7), SkipReason.PAUSE),
                        new SkippedDay(LocalDate.of(2023, 3, 8), SkipReason.PAUSE));
    }

    @Test
    void a_pause_from_midnight_to_midnight_is_a_whole_day() {
        Pause pause = Pause.of(Instant.parse("2023-03-06T16:00:00Z"), Instant.parse("2023-03-07T16:00:00Z"));
        assertThat(calendar.countWorkdays(LocalDate.of(2023, 3, 6), 1, List.of(pause))
                        .last())
                .isEqualTo("2023-03-08");
        assertThat(calendar.countCalendarDays(LocalDate.of(2023, 3, 6), 1, List.of(pause))
                        .last())
                .isEqualTo("2023-03-08");
    }

    @Test
    void a_pause_ends_after_it_begins() {
        assertThatThrownBy(() -> Pause.of(Instant.EPOCH, Instant.EPOCH))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("pause-ends-before-it-begins");
    }

    @Test
    void the_days_between_a_last_day_of_rest_and_the_next_working_day_are_skipped() {
        DayCount count = calendar.countCalendarDays(LocalDate.of(2023, 9, 15), 15, List.of());
        assertThat(count.last()).isEqualTo("2023-10-07");
        assertThat(count.skipped())
                .hasSize(7)
                .allMatch(day -> day.reason() == SkipReason.NOTICE)
                .startsWith(new SkippedDay(LocalDate.of(2023, 9, 30), SkipReason.NOTICE));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-07T00:00, PT4H, 2023-03-06T11:00",
        "2023-03-07T00:00, PT3H, 2023-03-06T12:00",
        "2023-03-07T00:00, PT2H, 2023-03-06T15:30",
        "2023-03-07T00:00, PT6H30M, 2023-03-03T17:30",
        "2023-03-06T16:00, PT2H30M, 2023-03-06T11:00",
        "2023-03-06T09:00, PT1H, 2023-03-03T17:00",
    })
    void the_first_moment_with_so_much_working_time_left_is_found(
            LocalDateTime end, Duration time, LocalDateTime from) {
        Instant first = calendar.workingTimeBefore(moment(end), time, OfficeHours.USUAL);
        assertThat(first).isEqualTo(moment(from));
    }

    @Test
    void office_hours_are_a_morning_and_after_it_an_afternoon() {
        assertThat(OfficeHours.USUAL.day()).isEqualTo(Duration.ofMinutes(390));
        LocalTime eight = LocalTime.of(8, 0);
        LocalTime noon = LocalTime.of(12, 0);
        LocalTime five = LocalTime.of(17, 0);
        assertThat(new OfficeHours(eight, noon, noon, five).day()).isEqualTo(Duration.ofHours(9));
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> new OfficeHours(noon, eight, noon, five),
                () -> new OfficeHours(eight, five, noon, LocalTime.of(18, 0)),
                () -> new OfficeHours(eight, noon, five, five))) {
            assertThatThrownBy(wrong)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("office-hours-out-of-order");
        }
    }

    private static Instant moment(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }

    private static CalendarYear year2027(String... off) {
        return new CalendarYear(2027, CalendarYearTest.days(off), CalendarYearTest.days("2027-02-20"), "notice");
    }
}
