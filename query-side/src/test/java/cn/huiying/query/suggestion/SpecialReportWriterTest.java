package cn.huiying.query.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.report.PoiDocument;
import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportContent.Row;
import cn.huiying.shared.report.ReportContent.Section;
import cn.huiying.shared.suggestion.SpecialReportDrafted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecialReportWriterTest {

    private static final ReportContent WRITTEN = SpecialReportWriter.write(Drafts.SOME);

    private static List<String> paragraphs(int section) {
        return WRITTEN.sections().get(section).paragraphs();
    }

    @Test
    void a_report_has_an_overview_a_section_a_theme_the_measures_and_notes() {
        assertThat(WRITTEN.sections())
                .extracting(Section::heading)
                .containsExactly("一、总体情况", "二、公共交通", "三、城市管理", "四、教育", "五、转化措施", "六、说明");
        assertThat(WRITTEN.subtitle()).isEqualTo("建议时段:2022年7月26日至2023年3月24日");
    }

    @Test
    void the_tables_add_up_to_what_was_received() {
        List<Row> outcomes = WRITTEN.sections().getFirst().tables().getFirst().rows();
        assertThat(outcomes.stream()
                        .mapToInt(row -> Integer.parseInt(row.cells().get(1)))
                        .sum())
                .isEqualTo(265);
        assertThat(outcomes.getFirst().cells()).containsExactly("采纳", "83", "31.32");
        List<Row> themes = WRITTEN.sections().getFirst().tables().get(1).rows();
        assertThat(themes.getLast().cells()).startsWith("合计", "265");
        assertThat(themes.subList(0, 3).stream()
                        .mapToInt(row -> Integer.parseInt(row.cells().get(1)))
                        .sum())
                .isEqualTo(265);
    }

    @Test
    void a_theme_tells_its_numbers_what_was_written_and_whose_words_stand_for_it() {
        assertThat(paragraphs(1))
                .containsSubsequence(
                        "建议集中在夜间公交、接驳和公交专用道三个方面。",
                        "晚班工人反映最多,涉及三个工业园区。",
                        "代表性建议一:延长夜班公交到二十三点(JY20230306000001,采纳)",
                        "建议把途经园区的两条线路末班车延到二十三点,方便晚班工人。",
                        "工作建议:请交通部门牵头,统筹研究夜间公交的长期安排。");
        assertThat(paragraphs(3)).contains("本主题尚无已公开的建议。");
    }

    @Test
    void without_measures_it_says_so() {
        SpecialReportDrafted none =
                Drafts.draft(List.of(), Drafts.SOME.themes().toArray(SpecialReportDrafted.Theme[]::new));
        Section measures = SpecialReportWriter.write(none).sections().get(4);
        assertThat(measures.paragraphs()).containsExactly("本期建议尚未转化为政策措施。");
        assertThat(measures.tables()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 一",
        "9, 九",
        "10, 十",
        "11, 十一",
        "20, 二十",
        "53, 五十三",
        "100, 一百",
        "107, 一百零七",
        "110, 一百一十",
        "215, 二百一十五",
        "999, 九百九十九"
    })
    void sections_are_numbered_as_in_official_documents(int number, String numeral) {
        assertThat(SpecialReportWriter.numeral(number)).isEqualTo(numeral);
    }

    @Test
    void the_same_draft_is_the_same_document_with_cover_tables_and_charts() throws IOException {
        byte[] document = PoiDocument.write(SpecialReportsListRestApi.printed(Drafts.SOME));
        assertThat(PoiDocument.write(SpecialReportsListRestApi.printed(Drafts.SOME)))
                .isEqualTo(document);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(document))) {
            assertThat(read.getParagraphs())
                    .extracting(paragraph -> paragraph.getText().strip())
                    .startsWith("专项情况报告", "2022年7月以来人民建议情况", "2022年7月26日至2023年3月24日", "市信访局", "2023年3月24日");
            assertThat(read.getParagraphs()).extracting(XWPFParagraph::getText).contains("第 2 稿，数据截至日志位置 4711。");
            assertThat(read.getTables()).hasSize(3);
            assertThat(read.getCharts()).hasSize(2);
        }
    }
}
