package cn.huiying.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private Instant shown = NOON;
    private long nanos;
    private final SteadyClock clock = new SteadyClock(() -> shown, () -> nanos);

    /** Time passes, on the machine's clock as well. */
    private void pass(Duration time) {
        shown = shown.plus(time);
        nanos += time.toNanos();
    }

    @Test
    void it_shows_what_the_machine_shows() {
        pass(Duration.ofHours(3));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(3)));
        assertThat(clock.doubted()).isFalse();
    }

    @Test
    void it_follows_small_corrections_at_once() {
        pass(Duration.ofSeconds(10));
        shown = shown.minusSeconds(50);
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(40));
        assertThat(clock.doubted()).isFalse();
    }

    @Test
    void a_day_forwards_and_back_again_is_not_noticed() {
        shown = shown.plus(DAY);
        pass(Duration.ofMinutes(9));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(9)));
        assertThat(clock.doubted()).isTrue();
        shown = shown.minus(DAY);
        pass(Duration.ofMinutes(9));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(18)));
        assertThat(clock.doubted()).isFalse();
    }

    @Test
    void a_day_backwards_and_forwards_again_is_not_noticed() {
        shown = shown.minus(DAY);
        pass(Duration.ofMinutes(2));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
        shown = shown.plus(DAY);
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
    }

    @Test
    void a_clock_that_stays_where_it_jumped_to_is_followed_after_ten_minutes() {
        shown = shown.plus(DAY);
        assertThat(clock.instant()).isEqualTo(NOON);
        pass(SteadyClock.LASTING.minusMillis(1));
        assertThat(clock.instant()).isEqualTo(NOON.plus(SteadyClock.LASTING).minusMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(clock.instant()).isEqualTo(NOON.plus(DAY).plus(SteadyClock.LASTING));
        assertThat(clock.doubted()).isFalse();
    }

    @Test
    void each_further_jump_has_to_last_anew() {
        shown = shown.plus(DAY);
        clock.instant();
        pass(Duration.ofMinutes(9));
        shown = shown.plus(DAY);
        clock.instant();
        pass(Duration.ofMinutes(9));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(18)));
    }
}
