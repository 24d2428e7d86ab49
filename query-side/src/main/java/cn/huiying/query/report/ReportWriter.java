package cn.huiying.query.report;

import cn.huiying.query.report.ReportFigures.Named;
import cn.huiying.query.statistics.Dimension;
import cn.huiying.query.supervision.IssuedProposals.Issued;
import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportContent.Chart;
import cn.huiying.shared.report.ReportContent.ChartKind;
import cn.huiying.shared.report.ReportContent.Column;
import cn.huiying.shared.report.ReportContent.Figure;
import cn.huiying.shared.report.ReportContent.Row;
import cn.huiying.shared.report.ReportContent.Section;
import cn.huiying.shared.report.ReportContent.Table;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Rate;
import cn.huiying.shared.statistics.Tally;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report from its figures: the same figures are the same words, whenever and wherever. */
final class ReportWriter {

    /** The rate below which bulletins name a unit: that of the cities which publish one (domain 5.5). */
    private static final BigDecimal FLOOR = BigDecimal.valueOf(98);

    private static final List<Rate> RATES = List.of(Rate.values());
    private static final List<Measure> COUNTS = List.of(
            Measure.RECEIVED,
            Measure.RESOLVED,
            Measure.IN_HAND,
            Measure.TERMINATED,
            Measure.PENDING,
            Measure.NOT_ACCEPTED,
            Measure.REDIRECTED,
            Measure.MERGED,
            Measure.WITHDRAWN,
            Measure.ACCUSATIONS);

    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"};

    private final ReportFigures figures;
    private final List<Section> sections = new ArrayList<>();

    private ReportWriter(ReportFigures figures) {
        this.figures = figures;
    }

    static ReportContent write(ReportFigures figures) {
        return new ReportWriter(figures).write();
    }

    private ReportContent write() {
        boolean closed = figures.period().closed(figures.today());
        boolean circular = figures.kind() == ReportKind.MONTHLY || figures.kind() == ReportKind.ANNUAL;
        section("总体情况", overview(), List.of(counts(), rates()));
        section("留言构成", List.of(), composition());
        if (!figures.over().isEmpty()) {
            section("变化趋势", List.of(), List.of(trend()));
        }
        mostNamed(circular);
        handling();
        if (circular) {
            dispatching();
        }
        if (figures.topic() == null) {
            supervision();
        }
        if (circular) {
            proposals();
        }
        if (figures.kind() == ReportKind.ANNUAL) {
            others();
        }
        if (circular || figures.kind() == ReportKind.TOPIC) {
            section("附表", List.of(), List.of(agencies()));
        }
        section("统计说明", notes(), List.of());
        return new ReportContent(title() + (closed ? "" : "(阶段性数据)"), subtitle(closed), sections);
    }

    private void section(String heading, List<String> paragraphs, List<Table> tables) {
        sections.add(new Section(NUMERALS[sections.size()] + "、" + heading, paragraphs, tables));
    }

    private String title() {
        String period = period();
        return switch (figures.kind()) {
            case DAILY -> "信访信息(" + period + ")";
            case WEEKLY -> "网上群众诉求办理情况周报(" + period + ")";
            case MONTHLY -> "关于" + period + "网上群众诉求办理情况的通报";
            case ANNUAL -> period + "网上信访情况年度报告";
            case TOPIC -> figures.topic().title() + "专题报告";
        };
    }

    private String period() {
        return figures.kind() == ReportKind.TOPIC
                ? days(figures.period().from(), figures.period().to())
                : figures.period().chinese();
    }

    private String subtitle(boolean closed) {
        String covered = days(figures.period().from(), figures.period().to());
        return "统计时段:" + covered + (closed ? "" : ",截至" + day(figures.today()) + ",时段尚未结束");
    }

    private static String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + "至" + day(to);
    }

    private static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private List<String> overview() {
        Tally whole = figures.whole();
        if (whole.of(Measure.SUBMITTED) == 0) {
            return List.of("本期未收到留言。");
        }
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("本期共收到有效留言 " + whole.of(Measure.RECEIVED) + " 件"
                + change("环比", figures.before(), Measure.RECEIVED)
                + change("同比", figures.yearBefore(), Measure.RECEIVED) + ";已办结 "
                + whole.of(Measure.RESOLVED) + " 件,办结率" + percent(Rate.RESOLUTION) + ",按期办结率"
                + percent(Rate.RESOLUTION_IN_TIME) + ",群众满意率" + percent(Rate.SATISFACTION) + ",平均办理时长"
                + (whole.averageWorkdays() == null ? "无数据" : " " + whole.averageWorkdays() + " 个工作日") + "。");
        paragraphs.add("另有待审 " + whole.of(Measure.PENDING) + " 件、不予受理 " + whole.of(Measure.NOT_ACCEPTED) + " 件、引导法定途径 "
                + whole.of(Measure.REDIRECTED) + " 件、并案 " + whole.of(Measure.MERGED) + " 件、撤回 "
                + whole.of(Measure.WITHDRAWN) + " 件;检举控告 " + whole.of(Measure.ACCUSATIONS) + " 件,依规另行办理,不计入以下各项。");
        return paragraphs;
    }

    private String change(String name, Tally then, Measure measure) {
        if (then == null || then.of(measure) == 0) {
            return "";
        }
        BigDecimal percent = Rate.percent(figures.whole().of(measure) - then.of(measure), then.of(measure));
        return "," + name
                + (percent.signum() == 0
                        ? "持平"
                        : (percent.signum() > 0 ? "上升 " : "下降 ") + percent.abs().toPlainString() + "%");
    }

    private String percent(Rate rate) {
        BigDecimal percent = rate.percent(figures.whole());
        return percent == null ? "无数据" : " " + percent.toPlainString() + "%";
    }

    private Table counts() {
        return new Table(
                "主要指标",
                List.of(text("指标"), count("本期"), count("上期"), percent("环比"), count("去年同期"), percent("同比")),
                COUNTS.stream()
                        .map(measure -> {
                            long now = figures.whole().of(measure);
                            return row(
                                    measure.chinese(),
                                    now,
                                    of(figures.before(), measure),
                                    growth(now, figures.before(), measure),
                                    of(figures.yearBefore(), measure),
                                    growth(now, figures.yearBefore(), measure));
                        })
                        .toList(),
                List.of());
    }

    private static Long of(Tally tally, Measure measure) {
        return tally == null ? null : (Long) tally.of(measure);
    }

    private static BigDecimal growth(long now, Tally then, Measure measure) {
        return then == null || then.of(measure) == 0 ? null : Rate.percent(now - then.of(measure), then.of(measure));
    }

    private Table rates() {
        return new Table(
                "主要比率",
                List.of(
                        text("比率"),
                        percent("本期"),
                        count("分子"),
                        count("分母"),
                        text("不计入"),
                        percent("上期"),
                        points("环比"),
                        percent("去年同期"),
                        points("同比")),
                RATES.stream()
                        .map(rate -> row(
                                rate.chinese(),
                                rate.percent(figures.whole()),
                                rate.numerator(figures.whole()),
                                rate.denominator(figures.whole()),
                                excluded(rate),
                                of(figures.before(), rate),
                                growth(rate, figures.before()),
                                of(figures.yearBefore(), rate),
                                growth(rate, figures.yearBefore())))
                        .toList(),
                List.of());
    }

    private String excluded(Rate rate) {
        String excluded = rate.excluded().stream()
                .filter(measure -> figures.whole().of(measure) > 0)
                .map(measure -> measure.chinese() + " " + figures.whole().of(measure))
                .collect(Collectors.joining("、"));
        return excluded.isEmpty() ? "无" : excluded;
    }

    private static BigDecimal of(Tally tally, Rate rate) {
        return tally == null ? null : rate.percent(tally);
    }

    private BigDecimal growth(Rate rate, Tally then) {
        BigDecimal now = rate.percent(figures.whole());
        BigDecimal before = of(then, rate);
        return now == null || before == null ? null : now.subtract(before);
    }

    private List<Table> composition() {
        List<Table> tables = new ArrayList<>();
        tables.add(groups("按类别", "类别", Dimension.TYPE, ChartKind.PIE));
        tables.add(groups("按栏目", "栏目", Dimension.SECTION, null));
        tables.add(groups("按领域", "领域", Dimension.DOMAIN, ChartKind.BAR));
        tables.add(groups("按地区", "地区", Dimension.DISTRICT, null));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private Table groups(String title, String name, Dimension dimension, ChartKind kind) {
        List<Row> rows = most(figures.by().get(dimension), Measure.RECEIVED).stream()
                .map(this::shared)
                .toList();
        return new Table(
                title,
                shared(name),
                rows,
                kind == null || rows.isEmpty()
                        ? List.of()
                        : List.of(new Chart(kind, title + "收到件数", List.of(1), rows.size())));
    }

    private static List<Column> shared(String name) {
        return List.of(text(name), count("收到"), percent("占比"), count("已办结"), percent("办结率"), percent("满意率"));
    }

    private Row shared(Named group) {
        Tally tally = group.tally();
        return row(
                group.name(),
                tally.of(Measure.RECEIVED),
                share(tally),
                tally.of(Measure.RESOLVED),
                Rate.RESOLUTION.percent(tally),
                Rate.SATISFACTION.percent(tally));
    }

    private BigDecimal share(Tally tally) {
        return Rate.percent(tally.of(Measure.RECEIVED), figures.whole().of(Measure.RECEIVED));
    }

    /** Those that have any, the most first. */
    private static List<Named> most(List<Named> groups, Measure measure) {
        return groups.stream()
                .filter(group -> group.tally().of(measure) > 0)
                .sorted(Comparator.comparingLong((Named group) -> group.tally().of(measure))
                        .reversed()
                        .thenComparing(Named::name))
                .toList();
    }

    private Table trend() {
        return new Table(
                "收到与办结",
                List.of(text("时间"), count("收到"), count("其中已办结")),
                figures.over().stream()
                        .map(part -> row(
                                part.name(),
                                part.tally().of(Measure.RECEIVED),
                                part.tally().of(Measure.RESOLVED)))
                        .toList(),
                List.of(new Chart(
                        ChartKind.LINE, "收到与办结件数", List.of(1, 2), figures.over().size())));
    }

    private void mostNamed(boolean circular) {
        List<Named> agencies = most(figures.by().get(Dimension.AGENCY), Measure.RECEIVED);
        List<String> paragraphs = Stream.of(
                        three("领域", Dimension.DOMAIN), three("地区", Dimension.DISTRICT), three("承办单位", Dimension.AGENCY))
                .filter(text -> !text.isEmpty())
                .toList();
        List<Table> tables = new ArrayList<>();
        if (!agencies.isEmpty()) {
            List<Row> rows = agencies.stream().limit(10).map(this::shared).toList();
            tables.add(new Table(
                    "承办较多的单位",
                    shared("单位"),
                    rows,
                    List.of(new Chart(ChartKind.BAR, "承办较多的单位收到件数", List.of(1), rows.size()))));
        }
        List<Named> complained = most(figures.complaints(), Measure.RECEIVED);
        if (circular && !complained.isEmpty()) {
            tables.add(new Table(
                    "被投诉较多的机关、单位",
                    List.of(text("单位"), count("投诉"), count("已办结"), count("不满意")),
                    complained.stream()
                            .limit(20)
                            .map(group -> row(
                                    group.name(),
                                    group.tally().of(Measure.RECEIVED),
                                    group.tally().of(Measure.RESOLVED),
                                    group.tally().of(Measure.DISSATISFIED)))
                            .toList(),
                    List.of()));
        }
        section("反映集中的领域、地区和单位", paragraphs.isEmpty() ? List.of("本期无。") : paragraphs, tables);
    }

    private String three(String name, Dimension dimension) {
        List<Named> most = most(figures.by().get(dimension), Measure.RECEIVED);
        return most.isEmpty()
                ? ""
                : "收到件数居前的" + name + ":"
                        + most.stream()
                                .limit(3)
                                .map(group -> group.name() + " " + group.tally().of(Measure.RECEIVED) + " 件(占 "
                                        + share(group.tally()).toPlainString() + "%)")
                                .collect(Collectors.joining("、"))
                        + "。";
    }

    private void handling() {
        Tally whole = figures.whole();
        List<Row> below = figures.by().get(Dimension.AGENCY).stream()
                .filter(group -> {
                    BigDecimal rate = Rate.RESOLUTION_IN_TIME.percent(group.tally());
                    return rate != null && rate.compareTo(FLOOR) < 0;
                })
                .sorted(Comparator.comparing((Named group) -> Rate.RESOLUTION_IN_TIME.percent(group.tally()))
                        .thenComparing(Named::name))
                .map(group -> row(
                        group.name(),
                        Rate.RESOLUTION_IN_TIME.percent(group.tally()),
                        Rate.RESOLUTION_IN_TIME.numerator(group.tally()),
                        Rate.RESOLUTION_IN_TIME.denominator(group.tally()),
                        group.tally().of(Measure.REPLIED_LATE),
                        group.tally().of(Measure.UNREPLIED_OVERDUE)))
                .toList();
        List<Table> tables = new ArrayList<>();
        if (!below.isEmpty()) {
            tables.add(new Table(
                    "按期办结率低于 " + FLOOR + "% 的单位",
                    List.of(text("单位"), percent("按期办结率"), count("按期办结"), count("应办结"), count("超期答复"), count("超期未答复")),
                    below,
                    List.of()));
        }
        tables.add(measures(
                "群众评价与回访",
                List.of(
                        Measure.EVALUATED,
                        Measure.SATISFIED,
                        Measure.BASICALLY_SATISFIED,
                        Measure.DISSATISFIED,
                        Measure.EVALUATION_LAPSED,
                        Measure.RATINGS_EXCLUDED,
                        Measure.CALLBACK_SOLVED,
                        Measure.CALLBACK_UNSOLVED,
                        Measure.REOPENED)));
        section(
                "办理情况",
                List.of("本期留言中,按期答复 " + whole.of(Measure.REPLIED_IN_TIME) + " 件、超期答复 " + whole.of(Measure.REPLIED_LATE)
                        + " 件、未到期 " + whole.of(Measure.UNREPLIED) + " 件、超期未答复 " + whole.of(Measure.UNREPLIED_OVERDUE)
                        + " 件;"
                        + (below.isEmpty()
                                ? "没有单位的按期办结率低于 " + FLOOR + "%。"
                                : "按期办结率低于 " + FLOOR + "% 的单位 " + below.size() + " 个。")),
                tables);
    }

    /** 转送、交办 (Art. 41). */
    private void dispatching() {
        section(
                "登记、受理与交办情况",
                List.of("经受理并交办承办单位 "
                        + (figures.whole().of(Measure.ACCEPTED_IN_TIME)
                                + figures.whole().of(Measure.ACCEPTED_LATE))
                        + " 件,引导至法定途径 " + figures.whole().of(Measure.REDIRECTED) + " 件。"),
                List.of(measures(
                        "登记、受理与交办",
                        List.of(
                                Measure.SUBMITTED,
                                Measure.ACCEPTED_IN_TIME,
                                Measure.ACCEPTED_LATE,
                                Measure.ACCEPTANCE_OVERDUE,
                                Measure.REDIRECTED,
                                Measure.NOT_ACCEPTED,
                                Measure.EXTENDED,
                                Measure.RETURN_REFUSED,
                                Measure.TERMINATED))));
    }

    private void supervision() {
        Tally whole = figures.whole();
        List<Row> rows = most(figures.by().get(Dimension.AGENCY), Measure.ORDERS_ISSUED).stream()
                .map(group -> row(
                        group.name(),
                        group.tally().of(Measure.ORDERS_ISSUED),
                        group.tally().of(Measure.ORDERS_COMPLETED),
                        group.tally().of(Measure.ORDERS_OPEN)))
                .toList();
        section(
                "督办情况",
                List.of("本期下发督办件 " + whole.of(Measure.ORDERS_ISSUED) + " 件,其中已销号 " + whole.of(Measure.ORDERS_COMPLETED)
                        + " 件、在办 " + whole.of(Measure.ORDERS_OPEN) + " 件;本期留言中列入督办 " + whole.of(Measure.SUPERVISED)
                        + " 件。"),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Table(
                                "各单位督办件",
                                List.of(text("单位"), count("下发"), count("销号"), count("在办")),
                                rows,
                                List.of())));
    }

    /** Art. 41: 三项建议 and their adoption. */
    private void proposals() {
        Table table = new Table(
                "三项建议及采纳情况",
                List.of(text("建议"), count("提出"), count("采纳"), count("部分采纳"), count("未采纳"), count("待反馈"), count("撤回")),
                Stream.of(ProposalKind.values())
                        .map(kind -> {
                            Function<Predicate<Issued>, Long> number = which -> figures.proposals().stream()
                                    .filter(issued -> issued.kind() == kind)
                                    .filter(which)
                                    .count();
                            return row(
                                    kind.chinese(),
                                    number.apply(issued -> true),
                                    number.apply(issued -> issued.adoption() == Adoption.ADOPTED),
                                    number.apply(issued -> issued.adoption() == Adoption.PARTLY_ADOPTED),
                                    number.apply(issued -> issued.adoption() == Adoption.NOT_ADOPTED),
                                    number.apply(issued -> issued.state() == ProposalState.ISSUED),
                                    number.apply(issued -> issued.state() == ProposalState.WITHDRAWN));
                        })
                        .toList(),
                List.of());
        section(
                "三项建议及采纳情况",
                List.of("本期提出改进工作、完善政策、追究责任建议共 " + figures.proposals().size() + " 项。"),
                List.of(table));
    }

    private void others() {
        section(
                "其他情况",
                List.of(),
                List.of(measures("平台使用", List.of(Measure.USERS_REGISTERED, Measure.USERS_CANCELLED, Measure.VISITS))));
    }

    private Table measures(String title, List<Measure> measures) {
        return new Table(
                title,
                List.of(text("指标"), count("件(次)数")),
                measures.stream()
                        .map(measure -> row(measure.chinese(), figures.whole().of(measure)))
                        .toList(),
                List.of());
    }

    private Table agencies() {
        return new Table(
                "各单位办理情况",
                List.of(
                        text("单位"),
                        count("收到"),
                        count("已办结"),
                        percent("办结率"),
                        percent("按期办结率"),
                        percent("响应率"),
                        percent("满意率"),
                        new Column("平均办理时长(工作日)", Figure.WORKDAYS),
                        count("超期未答复"),
                        count("重办")),
                most(figures.by().get(Dimension.AGENCY), Measure.RECEIVED).stream()
                        .map(group -> row(
                                group.name(),
                                group.tally().of(Measure.RECEIVED),
                                group.tally().of(Measure.RESOLVED),
                                Rate.RESOLUTION.percent(group.tally()),
                                Rate.RESOLUTION_IN_TIME.percent(group.tally()),
                                Rate.RESPONSE.percent(group.tally()),
                                Rate.SATISFACTION.percent(group.tally()),
                                group.tally().averageWorkdays(),
                                group.tally().of(Measure.UNREPLIED_OVERDUE),
                                group.tally().of(Measure.REOPENED)))
                        .toList(),
                List.of());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("本期留言指本期内提交的留言,按现有办理结果计(受理口径);督办件按下发日期计,三项建议按提出日期计。");
        notes.add("有效留言不含待审、不予受理、引导法定途径、并案、撤回和检举控告;已办结含待评价、已结案和已归档。" + "比率的分母为零的,无数据。");
        notes.add("单位为现主办单位;环比、同比的时段早于平台首件留言的,不作比较。");
        if (!figures.period().closed(figures.today())) {
            notes.add("统计时段尚未结束,以上为阶段性数据;环比、同比取对应时段的相同天数。");
        }
        return notes;
    }

    private static Column text(String name) {
        return new Column(name, Figure.TEXT);
    }

    private static Column count(String name) {
        return new Column(name, Figure.COUNT);
    }

    private static Column percent(String name) {
        return new Column(name, Figure.PERCENT);
    }

    private static Column points(String name) {
        return new Column(name, Figure.POINTS);
    }

    private static Row row(Object... cells) {
        return new Row(Stream.of(cells)
                .map(cell -> switch (cell) {
                    case null -> "";
                    case BigDecimal number -> number.toPlainString();
                    default -> cell.toString();
                })
                .toList());
    }
}
