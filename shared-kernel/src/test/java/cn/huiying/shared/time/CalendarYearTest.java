package cn.huiying.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.shared.rule.InvalidInput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarYearTest {

    @Test
    void a_year_without_a_notice_days_off_and_make_up_days_says_all_that_is_missing() {
        assertThat(faults(2027, days(), days(), " "))
                .containsExactly(
                        Tuple.tuple("/notice", "notice-missing"),
                        Tuple.tuple("/off", "no-days-off"),
                        Tuple.tuple("/worked", "no-make-up-days"));
        assertThat(faults(2027, null, null, null))
                .containsExactly(
                        Tuple.tuple("/notice", "notice-missing"),
                        Tuple.tuple("/off", "no-days-off"),
                        Tuple.tuple("/worked", "no-make-up-days"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-24", "2028-01-01"})
    void a_day_off_belongs_to_the_year_or_to_the_last_week_of_the_year_before(String day) {
        assertThat(faults(2027, days(day), days("2027-02-20"), "notice"))
                .containsExactly(Tuple.tuple("/off", "day-of-another-year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-20", "2028-01-01"})
    void a_make_up_day_belongs_to_the_year_or_to_the_last_week_of_the_year_before(String day) {
        assertThat(faults(2027, days("2027-01-01"), days(day), "notice"))
                .containsExactly(Tuple.tuple("/worked", "day-of-another-year"));
    }

    @Test
    void the_last_week_of_the_year_before_is_taken() {
        CalendarYear year =
                new CalendarYear(2019, days("2018-12-30", "2018-12-31", "2019-01-01"), days("2018-12-29"), "notice");
        assertThat(year.off()).hasSize(3);
    }

    @Test
    void a_day_is_either_off_or_worked() {
        assertThat(faults(2027, days("2027-02-20"), days("2027-02-20"), "notice"))
                .containsExactly(Tuple.tuple("/off", "day-off-and-worked"));
    }

    @Test
    void a_make_up_day_is_a_weekend_day() {
        assertThat(faults(2027, days("2027-01-01"), days("2027-02-19"), "notice"))
                .containsExactly(Tuple.tuple("/worked", "make-up-day-on-a-weekday"));
    }

    @Test
    void a_fault_names_the_day_in_both_languages() {
        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class, () -> new CalendarYear(2027, days("2027-01-01"), days("2027-02-19"), "notice"));
        assertThat(refusal.faults())
                .containsExactly(new InvalidInput.Fault(
                        "/worked",
                        "make-up-day-on-a-weekday",
                        "2027-02-19 不是周末,不能作为调休上班日。",
                        "2027-02-19 is no weekend day: it can't be a make-up working day."));
    }

    private static List<Tuple> faults(int year, SortedSet<LocalDate> off, SortedSet<LocalDate> worked, String notice) {
        return catchThrowableOfType(InvalidInput.class, () -> new CalendarYear(year, off, worked, notice))
                .faults()
                .stream()
                .map(fault -> Tuple.tuple(fault.pointer(), fault.code()))
                .toList();
    }

    static SortedSet<LocalDate> days(String... days) {
        SortedSet<LocalDate> set = new TreeSet<>();
        Arrays.stream(days).map(LocalDate::parse).forEach(set::add);
        return set;
    }
}
