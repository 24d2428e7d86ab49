package cn.huiying.query.suggestion;

import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportContent.Chart;
import cn.huiying.shared.report.ReportContent.ChartKind;
import cn.huiying.shared.report.ReportContent.Column;
import cn.huiying.shared.report.ReportContent.Figure;
import cn.huiying.shared.report.ReportContent.Section;
import cn.huiying.shared.report.ReportContent.Table;
import cn.huiying.shared.suggestion.SpecialReportDrafted;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Representative;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Theme;
import cn.huiying.shared.suggestion.SuggestionNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a draft down as it is read: a pure function of its event. */
final class SpecialReportWriter {

    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    /** More bars can't be read. */
    private static final int MOST_BARS = 15;

    private final SpecialReportDrafted draft;
    private final List<Section> sections = new ArrayList<>();

    private SpecialReportWriter(SpecialReportDrafted draft) {
        this.draft = draft;
    }

    static ReportContent write(SpecialReportDrafted draft) {
        return new SpecialReportWriter(draft).content();
    }

    /** 2023年3月24日. */
    static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private ReportContent content() {
        section("总体情况", List.of(cameTo("本期", draft.numbers())), List.of(outcomes(), themes()));
        draft.themes().forEach(this::theme);
        section(
                "转化措施",
                draft.measures().isEmpty()
                        ? List.of("本期建议尚未转化为政策措施。")
                        : List.of("本期建议已转化为 " + draft.measures().size() + " 项政策措施,办理情况如下。"),
                draft.measures().isEmpty() ? List.of() : List.of(measures()));
        section(
                "说明",
                List.of(
                        "“收到”为时段内提交并已受理的建议,不含不予受理、引导法定途径、并案和撤回的;检举控告不列入。",
                        "“已转化”为所列建议中至少有一项转化措施正在推进或者已完成的;“转化完成”包含在“已转化”之内。",
                        "代表性建议为已公开的脱敏文本。"),
                List.of());
        return new ReportContent(draft.title(), "建议时段:" + period(draft), sections);
    }

    static String period(SpecialReportDrafted draft) {
        return day(draft.from()) + "至" + day(draft.to());
    }

    private void section(String heading, List<String> paragraphs, List<Table> tables) {
        sections.add(new Section(numeral(sections.size() + 1) + "、" + heading, paragraphs, tables));
    }

    /** Up to 999, which is more than a report has topics and fields of life. */
    static String numeral(int number) {
        int hundreds = number / 100;
        int rest = number % 100;
        if (hundreds > 0) {
            return DIGITS[hundreds] + "百"
                    + (rest == 0
                            ? ""
                            : rest < 10 ? "零" + DIGITS[rest] : rest < 20 ? "一" + numeral(rest) : numeral(rest));
        }
        int tens = number / 10;
        return (tens == 0 ? "" : (tens == 1 ? "" : DIGITS[tens]) + "十") + DIGITS[number % 10];
    }

    private static String cameTo(String what, SuggestionNumbers n) {
        return what + "共收到已受理的建议 " + n.received() + " 件:办理中 " + n.inHand() + " 件,采纳 " + n.adopted() + " 件,部分采纳 "
                + n.partlyAdopted() + " 件,留作参考 " + n.forReference() + " 件,不予采纳 " + n.notAdopted() + " 件,终止办理 "
                + n.terminated() + " 件;已转化为政策措施 " + n.converted() + " 件,其中转化完成 " + n.completed() + " 件。";
    }

    private Table outcomes() {
        SuggestionNumbers n = draft.numbers();
        return new Table(
                "建议办理结果",
                List.of(
                        new Column("办理结果", Figure.TEXT),
                        new Column("件数", Figure.COUNT),
                        new Column("占比", Figure.PERCENT)),
                List.of(
                        share("采纳", n.adopted()),
                        share("部分采纳", n.partlyAdopted()),
                        share("留作参考", n.forReference()),
                        share("不予采纳", n.notAdopted()),
                        share("办理中", n.inHand()),
                        share("终止办理", n.terminated())),
                List.of(new Chart(ChartKind.PIE, "建议办理结果(件)", List.of(1), 6)));
    }

    private ReportContent.Row share(String name, int count) {
        return new ReportContent.Row(List.of(
                name,
                "" + count,
                BigDecimal.valueOf(100L * count)
                        .divide(BigDecimal.valueOf(draft.numbers().received()), 2, RoundingMode.HALF_UP)
                        .toPlainString()));
    }

    private Table themes() {
        return new Table(
                "各主题建议情况(件)",
                Stream.concat(
                                Stream.of(new Column("主题", Figure.TEXT)),
                                Stream.of("收到", "采纳", "部分采纳", "留作参考", "不予采纳", "办理中", "终止办理", "已转化", "转化完成")
                                        .map(name -> new Column(name, Figure.COUNT)))
                        .toList(),
                Stream.concat(
                                draft.themes().stream().map(theme -> row(theme.name(), theme.numbers())),
                                Stream.of(row("合计", draft.numbers())))
                        .toList(),
                List.of(new Chart(
                        ChartKind.BAR,
                        "各主题收到的建议(件)",
                        List.of(1),
                        Math.min(MOST_BARS, draft.themes().size()))));
    }

    private static ReportContent.Row row(String name, SuggestionNumbers n) {
        return new ReportContent.Row(Stream.concat(
                        Stream.of(name),
                        IntStream.of(
                                        n.received(),
                                        n.adopted(),
                                        n.partlyAdopted(),
                                        n.forReference(),
                                        n.notAdopted(),
                                        n.inHand(),
                                        n.terminated(),
                                        n.converted(),
                                        n.completed())
                                .mapToObj(Integer::toString))
                .toList());
    }

    private void theme(Theme theme) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(cameTo("本主题", theme.numbers()));
        written(paragraphs, "", theme.analysis());
        if (theme.representatives().isEmpty()) {
            paragraphs.add("本主题尚无已公开的建议。");
        }
        for (int i = 0; i < theme.representatives().size(); i++) {
            Representative one = theme.representatives().get(i);
            paragraphs.add("代表性建议" + numeral(i + 1) + ":" + one.title() + "(" + one.number() + ","
                    + one.standing().chinese() + ")");
            written(paragraphs, "", one.text());
        }
        written(paragraphs, "工作建议:", theme.recommendations());
        section(theme.name(), paragraphs, List.of());
    }

    /** A paragraph a line. */
    private static void written(List<String> paragraphs, String before, String text) {
        if (text != null && !text.isBlank()) {
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            paragraphs.add(before + lines.getFirst());
            lines.stream().skip(1).forEach(paragraphs::add);
        }
    }

    private Table measures() {
        return new Table(
                "转化措施",
                List.of(
                        new Column("措施", Figure.TEXT),
                        new Column("转化方式", Figure.TEXT),
                        new Column("责任单位", Figure.TEXT),
                        new Column("状态", Figure.TEXT),
                        new Column("进度(%)", Figure.COUNT)),
                draft.measures().stream()
                        .map(measure -> new ReportContent.Row(List.of(
                                measure.title(),
                                measure.form().chinese(),
                                measure.agency(),
                                measure.state().chinese(),
                                "" + measure.percent())))
                        .toList(),
                List.of());
    }
}
