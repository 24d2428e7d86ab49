package cn.huiying.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.command.account.AccountRestApi.Reason;
import cn.huiying.shared.rule.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasons for freezing, unfreezing and cancelling an account stay in the log in the clear. */
class AccountReasonsTest {

    @Test
    void a_reason_of_up_to_five_hundred_characters_is_taken() {
        assertThat(new Reason("刷屏").required()).isEqualTo("刷屏");
        assertThat(new Reason("字".repeat(500)).required()).hasSize(500);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "   ")
    void a_reason_is_required(String reason) {
        assertThatThrownBy(() -> new Reason(reason).required()).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_reason_is_not_a_novel() {
        assertThatThrownBy(() -> new Reason("字".repeat(501)).required()).isInstanceOf(InvalidInput.class);
    }

    /** Invariant 1 of domain 9.4. */
    @ParameterizedTest
    @ValueSource(strings = {"本人电话13800138000", "身份证44522419900307123X", "wang@example.com"})
    void a_reason_with_personal_data_is_refused_because_it_stays_in_the_clear(String reason) {
        assertThatThrownBy(() -> new Reason(reason).required()).isInstanceOf(InvalidInput.class);
    }
}
