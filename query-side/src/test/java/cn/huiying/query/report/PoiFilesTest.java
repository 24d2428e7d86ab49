package cn.huiying.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.report.ReportContent.Figure;
import cn.huiying.shared.report.ReportContent.Section;
import cn.huiying.shared.report.ReportContent.Table;
import cn.huiying.shared.report.ReportGenerated;
import cn.huiying.shared.report.ReportKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoiFilesTest {

    private static final Pattern MOMENT = Pattern.compile("[0-9-]{10}T[0-9:.]+Z");
    private static final LocalDate LATER = LocalDate.of(2024, 1, 2);

    private static List<Table> tables(ReportGenerated report) {
        return report.content().sections().stream()
                .map(Section::tables)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"DAILY, 2023-06-30", "WEEKLY, 2023-W26", "MONTHLY, 2023-06", "ANNUAL, 2022", "TOPIC, 2023-Q2"})
    void a_workbook_that_is_read_again_has_the_figures_of_the_report(ReportKind kind, String period)
            throws IOException {
        ReportGenerated report = SomeFigures.generated(kind, period, LATER);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(PoiWorkbook.write(Printed.of(report))))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(tables(report).size() + 1);
            int number = 0;
            for (Table table : tables(report)) {
                XSSFSheet sheet = book.getSheet(PoiWorkbook.sheetName(++number, table));
                for (int r = 0; r < table.rows().size(); r++) {
                    List<String> read = new ArrayList<>();
                    for (int c = 0; c < table.columns().size(); c++) {
                        read.add(text(
                                sheet.getRow(PoiWorkbook.HEADER + 1 + r).getCell(c),
                                table.columns().get(c).figure()));
                    }
                    assertThat(read).isEqualTo(table.rows().get(r).cells());
                }
                assertThat(
                                sheet.getDrawingPatriarch() == null
                                        ? List.of()
                                        : sheet.getDrawingPatriarch().getCharts())
                        .hasSameSizeAs(table.charts());
            }
        }
    }

    private static String text(Cell cell, Figure figure) {
        if (cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (figure == Figure.TEXT) {
            return cell.getStringCellValue();
        }
        BigDecimal value = BigDecimal.valueOf(cell.getNumericCellValue());
        return switch (figure) {
            case PERCENT ->
                value.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
            case POINTS -> value.setScale(2, RoundingMode.HALF_UP).toPlainString();
            case WORKDAYS -> value.setScale(1, RoundingMode.HALF_UP).toPlainString();
            default -> value.setScale(0, RoundingMode.HALF_UP).toPlainString();
        };
    }

    @Test
    void a_document_has_the_words_tables_and_charts_of_the_report_in_chinese_type() throws IOException {
        ReportGenerated report = SomeFigures.generated(ReportKind.ANNUAL, "2022", LATER);
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(PoiDocument.write(Printed.of(report))))) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            report.content().title(),
                            ChinesePunctuation.of(report.content().subtitle()))
                    .containsAll(report.content().sections().stream()
                            .flatMap(section -> section.paragraphs().stream())
                            .map(ChinesePunctuation::of)
                            .toList());
            List<Table> tables = tables(report);
            assertThat(document.getTables()).hasSameSizeAs(tables);
            for (int t = 0; t < tables.size(); t++) {
                Table table = tables.get(t);
                XWPFTable drawn = document.getTables().get(t);
                assertThat(drawn.getRow(0).isRepeatHeader()).isTrue();
                for (int r = 0; r < table.rows().size(); r++) {
                    for (int c = 0; c < table.columns().size(); c++) {
                        assertThat(drawn.getRow(r + 1).getCell(c).getText())
                                .isEqualTo(ChinesePunctuation.of(PoiDocument.shown(
                                        table.columns().get(c),
                                        table.rows().get(r).cells().get(c))));
                    }
                }
            }
            assertThat(document.getCharts())
                    .hasSize(tables.stream()
                            .mapToInt(table -> table.charts().size())
                            .sum())
                    .hasSizeGreaterThan(3);
            XWPFChart pie = document.getCharts().getFirst();
            assertThat(pie.getWorkbook().getSheetAt(0).getRow(1).getCell(1).getNumericCellValue())
                    .as("the numbers behind a chart can be changed")
                    .isEqualTo(20_000);
            XWPFRun words = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .filter(run -> run.text().startsWith("本期共收到"))
                    .findFirst()
                    .orElseThrow();
            assertThat(words.getFontFamily(XWPFRun.FontCharRange.eastAsia)).isEqualTo("仿宋");
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"2023-07-01, false", "2023-06-30, true"})
    void the_preliminary_mark_is_in_both_files(LocalDate today, boolean marked) throws IOException {
        ReportGenerated report = SomeFigures.generated(ReportKind.MONTHLY, "2023-06", today);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(PoiDocument.write(Printed.of(report))));
                XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(PoiWorkbook.write(Printed.of(report))))) {
            assertThat(document.getParagraphs().stream()
                            .anyMatch(paragraph -> paragraph.getText().equals("阶段性数据")))
                    .isEqualTo(marked);
            assertThat(book.getSheetAt(0)
                            .getRow(0)
                            .getCell(0)
                            .getStringCellValue()
                            .endsWith("(阶段性数据)"))
                    .isEqualTo(marked);
        }
    }

    @ParameterizedTest
    @CsvSource({"DAILY, 2023-06-30", "WEEKLY, 2023-W26", "MONTHLY, 2023-06", "ANNUAL, 2022", "TOPIC, 2023-Q2"})
    void the_same_report_is_the_same_bytes(ReportKind kind, String period) throws IOException {
        ReportGenerated report = SomeFigures.generated(kind, period, LATER);
        assertThat(PoiWorkbook.write(Printed.of(report))).isEqualTo(PoiWorkbook.write(Printed.of(report)));
        assertThat(PoiDocument.write(Printed.of(report))).isEqualTo(PoiDocument.write(Printed.of(report)));
        timeless(PoiWorkbook.write(Printed.of(report)));
        timeless(PoiDocument.write(Printed.of(report)));
    }

    /** Nothing in it is of the moment it was written, nor in what lies behind its charts. */
    private static void timeless(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(LocalDateTime.of(1980, 1, 2, 0, 0));
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith(".xlsx")) {
                    timeless(content);
                } else if (entry.getName().endsWith("core.xml")) {
                    assertThat(MOMENT.matcher(new String(content, StandardCharsets.UTF_8))
                                    .results()
                                    .map(MatchResult::group))
                            .as(entry.getName())
                            .containsOnly("2023-07-01T01:00:00Z");
                }
            }
        }
    }
}
