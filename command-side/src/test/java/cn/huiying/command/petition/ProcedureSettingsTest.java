package cn.huiying.command.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void a_sample_is_a_percentage(int percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.withBureauCheckPercent(percent));
    }

    @Test
    void the_overall_rating_weighs_the_scores_and_leaves_out_what_was_not_asked() {
        assertThat(Settings.defaults().overall(5, 3, 1)).isEqualTo(3.5);
        assertThat(Settings.defaults().overall(null, 3, 2)).isEqualTo(2.5);
    }
}
