package cn.huiying.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.query.common.Parameters;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.statistics.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static Optional<Period> read(String... pairs) {
        org.springframework.mock.web.MockHttpServletRequest request =
                new org.springframework.mock.web.MockHttpServletRequest();
        for (int i = 0; i < pairs.length; i += 2) {
            request.addParameter(pairs[i], pairs[i + 1]);
        }
        return Periods.read(Parameters.of(request, "period", "from", "to"), TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31, 2026年",
        "2024-Q1, 2024-01-01, 2024-03-31, 2024年第1季度",
        "2024-02, 2024-02-01, 2024-02-29, 2024年2月",
        "2026-W01, 2025-12-29, 2026-01-04, 2026年第1周",
        "2020-W53, 2020-12-28, 2021-01-03, 2020年第53周",
        "2026-11-30, 2026-11-30, 2026-11-30, 2026年11月30日"
    })
    void a_named_period_is_whole_days(String name, LocalDate from, LocalDate to, String chinese) {
        Period period = read("period", name).orElseThrow();
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.name()).isEqualTo(name);
        assertThat(period.chinese()).isEqualTo(chinese);
        assertThat(Period.of(period.kind(), to)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2025, 2025",
        "2026-Q1, 2025-Q4, 2025-Q1",
        "2024-03, 2024-02, 2023-03",
        "2026-W01, 2025-W52, 2025-W01",
        "2027-W10, 2027-W09, 2026-W10",
        "2026-W53, 2026-W52, 2025-W52",
        "2024-02-29, 2024-02-28, 2023-02-28"
    })
    void it_is_compared_with_the_one_before_and_the_one_a_year_before(String name, String before, String yearBefore) {
        assertThat(Period.parse(name).before().name()).isEqualTo(before);
        assertThat(Period.parse(name).aYearBefore().name()).isEqualTo(yearBefore);
    }

    @Test
    void days_of_ones_own_choice_are_compared_with_as_many_before() {
        Period period = read("from", "2026-03-10", "to", "2026-03-12").orElseThrow();
        assertThat(period.before().from()).isEqualTo("2026-03-07");
        assertThat(period.before().to()).isEqualTo("2026-03-09");
        assertThat(period.aYearBefore().from()).isEqualTo("2025-03-10");
    }

    @Test
    void of_a_period_that_is_not_over_as_many_days_are_compared_as_have_passed() {
        Period other = Statistics.Comparison.PERIOD_ON_PERIOD.of(Period.parse("2026-11"), LocalDate.of(2026, 11, 9));
        assertThat(other.from()).isEqualTo("2026-10-01");
        assertThat(other.to()).isEqualTo("2026-10-09");
        assertThat(Statistics.Comparison.PERIOD_ON_PERIOD
                        .of(Period.parse("2026-11"), LocalDate.of(2026, 12, 1))
                        .name())
                .isEqualTo("2026-10");
    }

    @ParameterizedTest
    @CsvSource({
        "period, 2026-13, form",
        "period, 2026-W54, form",
        "period, 2025-W53, form",
        "period, 2023-02-29, form",
        "period, november, form",
        "period, 2027, future",
        "period, 2026-12-01, future"
    })
    void a_period_that_can_not_be_is_refused(String name, String value, String code) {
        assertThatThrownBy(() -> read(name, value)).isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(
                        e.faults().getFirst().code())
                .isEqualTo(code));
    }

    @Test
    void a_reversed_a_half_and_a_double_one_are_refused() {
        assertThatThrownBy(() -> read("from", "2026-03-12", "to", "2026-03-10")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> read("from", "2026-03-12")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> read("from", "2026-12-01", "to", "2026-12-02")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> read("from", "2026-03-12", "to", "2026-03-13", "period", "2026"))
                .isInstanceOf(InvalidInput.class);
        assertThat(read()).isEmpty();
    }
}
