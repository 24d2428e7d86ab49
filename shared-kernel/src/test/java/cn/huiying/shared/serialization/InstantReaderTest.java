package cn.huiying.shared.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReaderTest {

    @Test
    void every_instant_is_read_as_it_was_written() {
        SplittableRandom random = new SplittableRandom(20_261_124);
        long from = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        long to = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        for (int i = 0; i < 100_000; i++) {
            // Whole seconds, milliseconds, microseconds and nanoseconds are written with 0, 3, 6 and 9 digits.
            long unit = new long[] {1_000_000_000, 1_000_000, 1_000, 1}[i % 4];
            Instant instant =
                    Instant.ofEpochSecond(random.nextLong(from, to), random.nextLong(1_000_000_000) / unit * unit);
            assertThat(InstantReader.read(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T08:00:00.1Z",
                "2026-11-24T08:00:00+08:00",
                "2024-02-29T00:00:00Z",
                "2026-11-24T24:00:00Z",
                "+12026-11-24T08:00:00Z",
                "2016-12-31T23:59:60Z"
            })
    void what_is_written_otherwise_is_read_as_the_library_reads_it(String text) {
        assertThat(InstantReader.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24",
                "2026-11-24T08:00:00",
                "2026-13-24T08:00:00Z",
                "2026-02-29T08:00:00Z",
                "2026-11-24T25:00:00Z",
                "2026-11-24T08:60:00Z",
                "2026-11-24T08:00:00.1234567890Z",
                "2026-11-24T08:00:0 Z",
                "二〇二六-11-24T08:00:00Z",
                ""
            })
    void what_is_no_instant_is_refused(String text) {
        assertThatThrownBy(() -> InstantReader.read(text)).isInstanceOf(DateTimeException.class);
    }
}
