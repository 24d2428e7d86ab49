package cn.huiying.shared.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayReaderTest {

    @Test
    void every_day_is_read_as_it_was_written() {
        LocalDate end = LocalDate.of(10_000, 2, 1);
        for (LocalDate day = LocalDate.of(-1, 12, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertThat(DayReader.read(day.toString())).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-31",
                "2026-02-29",
                "2026-13-01",
                "2026-00-01",
                "2026-11-2",
                "2026/11/24",
                "20261124",
                "2026-11-24T08:00:00Z",
                "二〇二六-11-24",
                ""
            })
    void what_is_no_day_is_refused(String text) {
        assertThatThrownBy(() -> DayReader.read(text)).isInstanceOf(DateTimeException.class);
    }
}
