package cn.huiying.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RisingTermsTest {

    private static final List<String> EVERYDAY =
            List.of("路灯不亮", "小区噪音扰民", "公交班次太少", "欠薪问题", "办证流程咨询", "占道经营扰民", "自来水发黄", "学位申请咨询");

    private static List<String> everyday(int rounds) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            titles.addAll(EVERYDAY);
        }
        return titles;
    }

    @Test
    void what_rises_is_told_as_a_whole_run_and_everyday_matters_are_not() {
        List<String> titles = everyday(4);
        for (String where : List.of("葵潭", "隆江", "东陇", "溪西", "岐石")) {
            titles.add(where + "登革热防控消杀");
            titles.add("关于" + where + "登革热防控的建议");
        }
        assertThat(RisingTerms.find(titles, everyday(4), 10)).contains("登革热防控").doesNotContain("扰民", "咨询", "问题");
        assertThat(RisingTerms.find(titles, everyday(4), 10))
                .as("no part of another")
                .noneMatch(term -> term.length() < 5 && "登革热防控".contains(term));
    }

    @Test
    void a_busier_platform_is_no_topic() {
        assertThat(RisingTerms.find(everyday(40), everyday(10), 10)).isEmpty();
    }

    @Test
    void two_titles_are_chance_and_numbers_are_no_topic() {
        assertThat(RisingTerms.find(List.of("登革热", "登革热"), everyday(4), 10)).isEmpty();
        assertThat(RisingTerms.find(List.of("2023", "2023", "2023", "2023", "2023"), everyday(1), 10))
                .isEmpty();
    }

    @Test
    void the_order_of_the_titles_does_not_matter() {
        List<String> titles = everyday(2);
        for (int i = 0; i < 5; i++) {
            titles.addAll(List.of("葵潭镇登革热防控", "停水通知不到位", "台风天停水停电"));
        }
        List<String> terms = RisingTerms.find(titles, everyday(2), 10);
        assertThat(terms).hasSizeGreaterThan(1);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(titles, new Random(round));
            assertThat(RisingTerms.find(titles, everyday(2), 10)).isEqualTo(terms);
        }
    }
}
