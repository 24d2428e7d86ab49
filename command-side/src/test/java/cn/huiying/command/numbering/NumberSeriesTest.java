package cn.huiying.command.numbering;

import cn.huiying.shared.petition.NumberSeriesId;
import cn.huiying.shared.petition.NumbersReserved;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.Test;

class NumberSeriesTest {

    private static final NumberSeriesId DAY = new NumberSeriesId("NUM-20230306");
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");

    private final AggregateTestFixture<NumberSeries> fixture = new AggregateTestFixture<>(NumberSeries.class);

    @Test
    void the_first_run_of_a_day_begins_at_one() {
        fixture.givenNoPriorActivity()
                .when(new ReserveNumbers(DAY, 50, NOW))
                .expectResultMessagePayload(50)
                .expectEvents(new NumbersReserved(DAY, 1, 50, NOW));
    }

    @Test
    void the_next_run_follows_the_last_one() {
        fixture.given(new NumbersReserved(DAY, 1, 50, NOW), new NumbersReserved(DAY, 51, 57, NOW))
                .when(new ReserveNumbers(DAY, 50, NOW))
                .expectResultMessagePayload(107)
                .expectEvents(new NumbersReserved(DAY, 58, 107, NOW));
    }

    @Test
    void the_last_number_of_a_day_has_six_digits() {
        fixture.given(new NumbersReserved(DAY, 1, 999_949, NOW))
                .when(new ReserveNumbers(DAY, 50, NOW))
                .expectResultMessagePayload(999_999)
                .expectEvents(new NumbersReserved(DAY, 999_950, 999_999, NOW));
    }

    @Test
    void after_the_last_number_there_are_none() {
        fixture.given(new NumbersReserved(DAY, 1, 999_950, NOW))
                .when(new ReserveNumbers(DAY, 50, NOW))
                .expectNoEvents()
                .expectException(new CustomMatcher<Object>("a refusal by numbers-left") {
                    @Override
                    public boolean matches(Object exception) {
                        return exception instanceof Refused refused
                                && refused.refusal().rule().equals("numbers-left");
                    }
                });
    }
}
