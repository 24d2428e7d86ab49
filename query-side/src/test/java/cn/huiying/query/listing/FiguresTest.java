package cn.huiying.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"23087, 22193, 96.13", "48, 44, 91.67", "167, 157, 94.01", "12400, 11950, 96.37"})
    void the_resolution_rate_is_the_one_that_was_published(long received, long resolved, double rate) {
        assertThat(new Figures.Counts(received, resolved, 0, 0).resolutionRate())
                .isEqualTo(rate);
    }

    @Test
    void of_nothing_received_there_is_no_rate() {
        assertThat(new Figures.Counts(0, 0, 3, 2).resolutionRate()).isNull();
    }
}
