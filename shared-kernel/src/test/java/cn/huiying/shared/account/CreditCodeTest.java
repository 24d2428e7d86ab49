package cn.huiying.shared.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100—2015, with codes that companies print on their own pages. */
class CreditCodeTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "914403001922038216", "91330100799655058B", "9144030071526726XG"})
    void a_code_that_is_in_use_is_one(String code) {
        assertThat(CreditCode.fault(code)).isEmpty();
        assertThat(new CreditCode(code).value()).isEqualTo(code);
    }

    @Test
    void any_one_character_changed_is_found() {
        String code = "91350100M000100Y43";
        for (int place = 0; place < code.length(); place++) {
            for (char other : CHARACTERS.toCharArray()) {
                String changed = code.substring(0, place) + other + code.substring(place + 1);
                assertThat(CreditCode.fault(changed).isPresent()).as(changed).isEqualTo(!changed.equals(code));
            }
        }
    }

    @Test
    void a_wrong_check_character_is_told_from_a_wrong_form() {
        assertThat(CreditCode.fault("91350100M000100Y44").orElseThrow().code()).isEqualTo("check-character");
        assertThat(CreditCode.fault("91350100M000100Y4").orElseThrow().code()).isEqualTo("form");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"91350100m000100y43", "91350100I000100Y43", "91350100M000100Y43 ", "9135010AM000100Y43"})
    void what_has_another_form_is_none(String text) {
        assertThat(CreditCode.fault(text).orElseThrow().code()).isEqualTo("form");
        assertThatThrownBy(() -> new CreditCode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
