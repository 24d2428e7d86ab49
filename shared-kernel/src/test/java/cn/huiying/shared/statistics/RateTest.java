package cn.huiying.shared.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    private static Tally tally(Map<Measure, Integer> counts) {
        Tally tally = new Tally();
        counts.forEach((measure, count) -> tally.add(1L << measure.ordinal(), count));
        return tally;
    }

    @ParameterizedTest
    @CsvSource({"23087, 22193, 96.13", "48, 44, 91.67", "167, 157, 94.01", "12400, 11950, 96.37"})
    void the_resolution_rate_is_the_one_that_was_published(int received, int resolved, BigDecimal rate) {
        assertThat(Rate.RESOLUTION.percent(tally(Map.of(Measure.RECEIVED, received, Measure.RESOLVED, resolved))))
                .isEqualTo(rate);
    }

    @Test
    void of_nothing_there_is_no_rate() {
        for (Rate rate : Rate.values()) {
            assertThat(rate.percent(new Tally())).as(rate.name()).isNull();
        }
    }

    /** Every measure once, so that each rate shows what it is made of. */
    @ParameterizedTest
    @CsvSource({
        "RESOLUTION, 1, 1",
        "RESOLUTION_IN_TIME, 1, 3",
        "ACCEPTANCE_IN_TIME, 1, 3",
        "REPLY_IN_TIME, 1, 4",
        "RESPONSE, 1, 2",
        "PARTICIPATION, 1, 2",
        "SATISFACTION, 2, 3",
        "SOLUTION, 1, 2",
        "RESOLUTION_AT_ONCE, 1, 1",
        "REPETITION, 1, 2"
    })
    void a_rate_is_what_the_domain_says(Rate rate, long numerator, long denominator) {
        Tally each = new Tally();
        each.add((1L << Measure.values().length) - 1, 1);
        assertThat(rate.numerator(each)).isEqualTo(numerator);
        assertThat(rate.denominator(each)).isEqualTo(denominator);
        assertThat(rate.excluded()).doesNotHaveDuplicates().contains(Measure.REDIRECTED);
    }
}
