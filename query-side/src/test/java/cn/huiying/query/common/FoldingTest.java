package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "施工噪音擾民, 施工噪音扰民",
        "養豬場臭氣熏天, 养猪场臭气熏天",
        "Ｇ２０６國道, g206国道",
        "5G基站, 5g基站",
        "Ａ棟, a栋",
        "㎡, m2",
        "①, 1",
        "乾坤, 干坤",
        "乾, 干",
        "ﾊﾝｶｸ, ハンカク",
    })
    void forms_case_and_traditional_characters_make_no_difference(String original, String folded) {
        assertThat(Folding.fold(original).text()).isEqualTo(folded);
    }

    @Test
    void a_part_of_a_text_folds_to_a_part_of_the_folded_text() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            String text = Texts.random(random, 40);
            int cut = text.offsetByCodePoints(0, random.nextInt(40));
            assertThat(Folding.fold(text.substring(0, cut)).text()
                            + Folding.fold(text.substring(cut)).text())
                    .isEqualTo(Folding.fold(text).text());
        }
        assertThat(Folding.fold("乾").text() + Folding.fold("坤").text())
                .isEqualTo(Folding.fold("乾坤").text());
    }

    @Test
    void each_folded_character_knows_where_it_comes_from() {
        Folding.Folded folded = Folding.fold("a㎡𠀀Ｂ");
        assertThat(folded.text()).isEqualTo("am2𠀀b");
        assertThat(java.util.Arrays.copyOf(folded.origins(), 6)).containsExactly(0, 1, 1, 2, 2, 4);
    }

    @Test
    void words_are_the_runs_of_letters_and_digits() {
        assertThat(Folding.words("“噪音”、G206国道(5G)!! 二〇二三年")).containsExactly("噪音", "g206国道", "5g", "二〇二三年");
        assertThat(Folding.words("？！…—·*():[]\"~^\\/&|")).isEmpty();
    }
}
