package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    @Test
    void the_original_is_marked_whatever_its_form() {
        assertThat(Snippets.whole("施工噪音擾民，Ｇ２０６國道", Folding.words("噪音扰民 206国")))
                .isEqualTo("施工<em>噪音擾民</em>，Ｇ<em>２０６國</em>道");
        assertThat(Snippets.whole("占地3㎡𠀀", List.of("m2𠀀"))).isEqualTo("占地3<em>㎡𠀀</em>");
        assertThat(Snippets.whole("音音音", List.of("音音"))).isEqualTo("<em>音音音</em>");
        assertThat(Snippets.whole("猪场", List.of("场"))).isEqualTo("猪<em>场</em>");
    }

    @Test
    void html_in_a_text_is_text() {
        assertThat(Snippets.whole("<b>噪音</b>&\"'", List.of("噪音")))
                .isEqualTo("&lt;b&gt;<em>噪音</em>&lt;/b&gt;&amp;&quot;&#39;");
    }

    @Test
    void passages_show_where_the_words_stand() {
        String text = "一".repeat(100) + "噪音" + "二".repeat(200) + "扰民" + "三".repeat(100);
        assertThat(Snippets.passages(text, List.of("噪音", "扰民")))
                .isEqualTo("…" + "一".repeat(20) + "<em>噪音</em>" + "二".repeat(58) + "…" + "二".repeat(20) + "<em>扰民</em>"
                        + "三".repeat(58) + "…");
    }

    @Test
    void without_the_words_the_beginning_is_shown() {
        assertThat(Snippets.passages("短文", List.of("噪音"))).isEqualTo("短文");
        assertThat(Snippets.passages("长".repeat(100), List.of("噪音"))).isEqualTo("长".repeat(80) + "…");
    }

    @Test
    void no_character_is_cut_in_two() {
        String passages = Snippets.passages("𠀀".repeat(60) + "a噪音" + "𠀀".repeat(60), List.of("噪音"));
        assertThat(passages).contains("<em>噪音</em>");
        assertThat(passages.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
}
