package cn.huiying.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdFormTest {

    private static final Pattern FORM = Pattern.compile("PET-[0-9A-Za-z._-]{1,64}");

    @Test
    void each_character_is_allowed_where_the_form_has_it() {
        for (int each = 0; each <= Character.MAX_VALUE; each++) {
            String value = "PET-a" + (char) each + "b";
            assertThat(IdForm.fits("PET-", value))
                    .as("U+%04X", each)
                    .isEqualTo(FORM.matcher(value).matches());
        }
    }

    @Test
    void one_to_sixty_four_characters_follow_the_prefix() {
        for (int length = 0; length <= 66; length++) {
            assertThat(IdForm.fits("PET-", "PET-" + "x".repeat(length)))
                    .as("%d characters", length)
                    .isEqualTo(length >= 1 && length <= 64);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PET", "PET-", "pet-1", "ACC-1", " PET-1"})
    void what_has_another_prefix_does_not_fit(String value) {
        assertThat(IdForm.fits("PET-", value)).isFalse();
    }

    @Test
    void nothing_does_not_fit() {
        assertThat(IdForm.fits("PET-", null)).isFalse();
    }
}
