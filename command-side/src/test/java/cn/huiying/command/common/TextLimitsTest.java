package cn.huiying.command.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.huiying.command.common.TextLimits.Range;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitsTest {

    private final TextLimits limits = new TextLimits(Map.of("title", new Range(4, 30), "default", new Range(1, 1000)));

    @ParameterizedTest
    @ValueSource(ints = {4, 30})
    void a_text_within_its_limits_is_fine(int length) {
        assertThat(limits.check("title", "字".repeat(length))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 31})
    void a_text_that_is_too_short_or_too_long_is_a_fault_that_says_how_long_it_is(int length) {
        assertThat(limits.check("title", "字".repeat(length))).hasValueSatisfying(fault -> {
            assertThat(fault.pointer()).isEqualTo("/title");
            assertThat(fault.code()).isEqualTo("length");
            assertThat(fault.chinese()).contains("4 至 30 字", "现有 " + length + " 字");
        });
    }

    @Test
    void a_blank_text_is_a_fault_however_long() {
        assertThat(limits.check("title", " ".repeat(10))).isPresent();
        assertThat(limits.check("title", "　".repeat(10))).isPresent();
    }

    @Test
    void a_character_counts_once_however_many_bytes_it_takes() {
        assertThat(limits.check("title", "𠮷".repeat(30))).isEmpty();
        assertThat(limits.check("title", "𠮷".repeat(3))).isPresent();
    }

    @Test
    void a_field_without_limits_of_its_own_has_the_default_ones() {
        assertThat(limits.check("note", "字")).isEmpty();
        assertThat(limits.check("note", "字".repeat(1001))).isPresent();
    }

    @Test
    void limits_without_a_default_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TextLimits(Map.of("title", new Range(4, 30))));
    }
}
