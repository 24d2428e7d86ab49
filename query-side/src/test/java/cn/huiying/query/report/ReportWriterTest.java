package cn.huiying.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportContent.Row;
import cn.huiying.shared.report.ReportContent.Section;
import cn.huiying.shared.report.ReportContent.Table;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.statistics.Tally;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportWriterTest {

    private static final LocalDate LATER = LocalDate.of(2024, 1, 2);

    private static ReportContent written(ReportKind kind, String period) {
        return ReportWriter.write(SomeFigures.of(kind, period, LATER));
    }

    private static List<Table> tables(ReportContent content) {
        return content.sections().stream()
                .flatMap(section -> section.tables().stream())
                .toList();
    }

    private static Table table(ReportContent content, String title) {
        return tables(content).stream()
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> row(Table table, String name) {
        return table.rows().stream()
                .map(Row::cells)
                .filter(cells -> cells.getFirst().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String words(ReportContent content) {
        return String.join(
                "\n",
                content.sections().stream()
                        .flatMap(section -> section.paragraphs().stream())
                        .toList());
    }

    @Test
    void a_month_is_told_in_words_and_tables_with_its_changes() {
        ReportContent content = written(ReportKind.MONTHLY, "2023-06");
        assertThat(content.title()).isEqualTo("关于2023年6月网上群众诉求办理情况的通报");
        assertThat(content.subtitle()).isEqualTo("统计时段:2023年6月1日至2023年6月30日");
        assertThat(words(content)).contains("有效留言 23087 件,环比上升 15.44%", "办结率 96.13%", "群众满意率无数据");
        assertThat(row(table(content, "主要指标"), "收到(有效留言)"))
                .containsExactly("收到(有效留言)", "23087", "20000", "15.44", "", "");
        assertThat(row(table(content, "主要比率"), "办结率"))
                .containsExactly("办结率", "96.13", "22193", "23087", "引导法定途径 310、检举控告 3", "95.00", "1.13", "", "");
    }

    @Test
    void a_unit_below_the_floor_is_named_with_its_figures_and_the_others_are_not() {
        Table below = table(written(ReportKind.WEEKLY, "2023-W26"), "按期办结率低于 98% 的单位");
        assertThat(below.rows())
                .extracting(Row::cells)
                .containsExactly(List.of("惠来县葵潭镇人民政府", "45.45", "1000", "2200", "1193", "7"));
    }

    /** Art. 41. */
    @Test
    void an_annual_report_has_what_the_law_asks_for() {
        ReportContent content = written(ReportKind.ANNUAL, "2022");
        assertThat(tables(content))
                .extracting(Table::title)
                .contains("主要指标", "按领域", "被投诉较多的机关、单位", "登记、受理与交办", "各单位督办件", "三项建议及采纳情况", "平台使用");
        assertThat(row(table(content, "三项建议及采纳情况"), "完善政策")).containsExactly("完善政策", "2", "1", "0", "0", "1", "0");
        assertThat(content.sections())
                .extracting(Section::heading)
                .startsWith("一、总体情况", "二、留言构成", "三、变化趋势")
                .endsWith("十一、统计说明");
    }

    @ParameterizedTest
    @CsvSource({"DAILY, 2023-06-30", "WEEKLY, 2023-W26", "MONTHLY, 2023-06", "ANNUAL, 2022", "TOPIC, 2023-Q2"})
    void every_table_has_a_title_of_its_own_and_a_cell_in_each_column(ReportKind kind, String period) {
        ReportContent content = written(kind, period);
        assertThat(tables(content)).isNotEmpty().extracting(Table::title).doesNotHaveDuplicates();
        assertThat(tables(content)).allSatisfy(table -> {
            assertThat(table.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.cells())
                    .hasSameSizeAs(table.columns()));
            assertThat(table.charts()).allSatisfy(chart -> assertThat(chart.rows())
                    .isBetween(1, table.rows().size()));
        });
        assertThat(content).isEqualTo(written(kind, period));
    }

    @ParameterizedTest
    @CsvSource({"DAILY, 2023-06-30", "WEEKLY, 2023-W26", "MONTHLY, 2023-06", "ANNUAL, 2022", "TOPIC, 2023-Q2"})
    void accusations_are_a_count_of_the_whole_and_nothing_else(ReportKind kind, String period) {
        ReportContent content = written(kind, period);
        assertThat(words(content)).contains("检举控告 3 件,依规另行办理");
        assertThat(tables(content))
                .filteredOn(
                        table -> !table.title().equals("主要指标") && !table.title().equals("主要比率"))
                .allSatisfy(table -> assertThat(table.toString()).doesNotContain("检举控告"));
    }

    @Test
    void a_period_that_is_not_over_is_marked() {
        ReportContent content =
                ReportWriter.write(SomeFigures.of(ReportKind.MONTHLY, "2023-06", LocalDate.of(2023, 6, 30)));
        assertThat(content.title()).endsWith("(阶段性数据)");
        assertThat(content.subtitle()).endsWith(",截至2023年6月30日,时段尚未结束");
        assertThat(words(content)).contains("以上为阶段性数据");
        assertThat(written(ReportKind.MONTHLY, "2023-06").toString()).doesNotContain("阶段性数据");
    }

    @Test
    void of_an_empty_period_is_said_that_it_is() {
        ReportContent content =
                ReportWriter.write(SomeFigures.of(ReportKind.DAILY, Period.parse("2023-01-22"), LATER, new Tally()));
        assertThat(words(content)).contains("本期未收到留言。");
        assertThat(row(table(content, "主要比率"), "办结率")).containsExactly("办结率", "", "0", "0", "无", "", "", "", "");
    }
}
