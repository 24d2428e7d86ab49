package cn.huiying.query.report;

import cn.huiying.shared.report.ReportContent.Chart;
import cn.huiying.shared.report.ReportContent.Column;
import cn.huiying.shared.report.ReportContent.Figure;
import cn.huiying.shared.report.ReportContent.Section;
import cn.huiying.shared.report.ReportContent.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A report as a workbook: its words on the first sheet, then a sheet for each table, with numbers as numbers. */
final class PoiWorkbook {

    /** Where a table's names stand; its title is in the row above. */
    static final int HEADER = 1;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** In characters. */
    private static final int WIDEST = 60;

    private static final int CHART_ROWS = 20;
    private static final int CHART_COLUMNS = 9;

    private final XSSFWorkbook book;
    private final Map<Figure, XSSFCellStyle> styles = new EnumMap<>(Figure.class);
    private final XSSFCellStyle title;
    private final XSSFCellStyle header;
    private final XSSFCellStyle words;

    private PoiWorkbook(XSSFWorkbook book) {
        this.book = book;
        title = style("黑体", 14);
        header = style("黑体", 11);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header.setAlignment(HorizontalAlignment.CENTER);
        bordered(header);
        words = style("宋体", 11);
        words.setWrapText(true);
        words.setVerticalAlignment(VerticalAlignment.TOP);
        for (Figure figure : Figure.values()) {
            XSSFCellStyle style = bordered(style("宋体", 11));
            style.setDataFormat(book.createDataFormat().getFormat(format(figure)));
            styles.put(figure, style);
        }
    }

    private static String format(Figure figure) {
        return switch (figure) {
            case TEXT -> "@";
            case COUNT -> "#,##0";
            case PERCENT -> "0.00%";
            case POINTS -> "+0.00;-0.00;0.00";
            case WORKDAYS -> "0.0";
        };
    }

    private XSSFCellStyle style(String font, int size) {
        XSSFFont made = book.createFont();
        made.setFontName(font);
        made.setFontHeightInPoints((short) size);
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(made);
        return style;
    }

    private static XSSFCellStyle bordered(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    static byte[] write(Printed report) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            new PoiWorkbook(book).fill(report);
            return PoiPackage.bytes(book, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Printed report) {
        XSSFSheet text = book.createSheet("正文");
        text.setColumnWidth(0, 100 * 256);
        line(text, report.content().title(), title);
        line(text, report.content().subtitle(), words);
        int number = 0;
        for (Section section : report.content().sections()) {
            line(text, section.heading(), title);
            section.paragraphs().forEach(paragraph -> line(text, paragraph, words));
            for (Table table : section.tables()) {
                number++;
                line(text, "表 " + number + " " + table.title(), words);
                fill(book.createSheet(sheetName(number, table)), table);
            }
        }
        report.origin().forEach(origin -> line(text, origin, words));
    }

    static String sheetName(int number, Table table) {
        return WorkbookUtil.createSafeSheetName(number + " " + table.title());
    }

    private static void line(XSSFSheet sheet, String text, XSSFCellStyle style) {
        put(sheet.createRow(sheet.getPhysicalNumberOfRows()).createCell(0), text, style);
    }

    private static void put(Cell cell, String text, XSSFCellStyle style) {
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void fill(XSSFSheet sheet, Table table) {
        put(sheet.createRow(0).createCell(0), table.title(), title);
        XSSFRow names = sheet.createRow(HEADER);
        for (int c = 0; c < table.columns().size(); c++) {
            put(names.createCell(c), table.columns().get(c).name(), header);
            sheet.setColumnWidth(c, (Math.min(PoiPackage.width(table, c), WIDEST) + 3) * 256);
        }
        for (int r = 0; r < table.rows().size(); r++) {
            XSSFRow row = sheet.createRow(HEADER + 1 + r);
            for (int c = 0; c < table.columns().size(); c++) {
                fill(
                        row.createCell(c),
                        table.columns().get(c),
                        table.rows().get(r).cells().get(c));
            }
        }
        sheet.createFreezePane(1, HEADER + 1);
        int top = HEADER;
        for (Chart chart : table.charts()) {
            draw(sheet, table, chart, top);
            top += CHART_ROWS + 1;
        }
    }

    /** What has no figure stays empty, so that sums and means leave it out. */
    private void fill(Cell cell, Column column, String text) {
        cell.setCellStyle(styles.get(column.figure()));
        if (text.isEmpty()) {
            return;
        }
        switch (column.figure()) {
            case TEXT -> cell.setCellValue(text);
            case PERCENT ->
                cell.setCellValue(new BigDecimal(text).divide(HUNDRED).doubleValue());
            case COUNT, POINTS, WORKDAYS -> cell.setCellValue(Double.parseDouble(text));
        }
    }

    private static void draw(XSSFSheet sheet, Table table, Chart spec, int top) {
        int left = table.columns().size() + 1;
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(
                drawing.createAnchor(0, 0, 0, 0, left, top, left + CHART_COLUMNS, top + CHART_ROWS));
        PoiCharts.draw(
                chart,
                spec,
                XDDFDataSourcesFactory.fromStringCellRange(sheet, range(spec, 0)),
                spec.columns().stream()
                        .map(column -> new PoiCharts.Series(
                                table.columns().get(column).name(),
                                column,
                                XDDFDataSourcesFactory.fromNumericCellRange(sheet, range(spec, column))))
                        .toList());
    }

    private static CellRangeAddress range(Chart spec, int column) {
        return new CellRangeAddress(HEADER + 1, HEADER + spec.rows(), column, column);
    }
}
