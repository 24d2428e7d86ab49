package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StationsTest {

    private final Stations<Long> stations = new Stations<>();

    private void passAll(long upTo) {
        LongStream.rangeClosed(1, upTo).forEach(position -> stations.pass(position, () -> position));
    }

    @Test
    void there_is_none_before_the_first_and_each_has_the_state_of_its_position() {
        passAll(2_500);
        assertThat(stations.before(999)).isNull();
        assertThat(stations.before(1_000).getValue()).isEqualTo(1_000);
        assertThat(stations.before(2_499).getKey()).isEqualTo(2_000);
        assertThat(stations.before(2_499).getValue()).isEqualTo(2_000);
    }

    @Test
    void however_long_the_log_is_there_are_few_and_an_eighth_of_it_is_read_again_at_most() {
        for (long length : new long[] {10_000, 100_000, 1_000_000}) {
            passAll(length);
            TreeSet<Long> kept = new TreeSet<>();
            for (long position = 1; position <= length; position += 97) {
                var station = stations.before(position);
                long at = station == null ? 0 : station.getKey();
                assertThat(position - at).isLessThanOrEqualTo(Math.max(1_000, length / 8));
                kept.add(at);
            }
            assertThat(kept).hasSizeBetween(8, 17);
        }
    }

    @Test
    void a_position_that_is_passed_again_is_not_worked_out_again() {
        passAll(1_000);
        stations.pass(1_000, () -> {
            throw new IllegalStateException("It is there");
        });
        assertThat(stations.before(1_000).getValue()).isEqualTo(1_000);
    }
}
