package cn.huiying.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinesePunctuationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "本期收到 17 件:采纳 10 件,办结 7 件;|本期收到 17 件：采纳 10 件，办结 7 件；",
                "建议增班(JY20220726000001,采纳)|建议增班（JY20220726000001，采纳）",
                "截至 24:00,共 1,234 件|截至 24:00，共 1,234 件",
                "https://example.org/a?b=c|https://example.org/a?b=c",
                "a (b), c: d|a (b), c: d",
                "是否办结?(是)|是否办结？（是）"
            })
    void marks_beside_chinese_are_full_width_and_those_in_figures_and_addresses_stay(String given, String printed) {
        assertThat(ChinesePunctuation.of(given)).isEqualTo(printed);
    }
}
