package cn.huiying.query.report;

import cn.huiying.shared.report.ReportContent.Chart;
import cn.huiying.shared.report.ReportContent.Column;
import cn.huiying.shared.report.ReportContent.Figure;
import cn.huiying.shared.report.ReportContent.Row;
import cn.huiying.shared.report.ReportContent.Section;
import cn.huiying.shared.report.ReportContent.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** A report as a document on A4, with the type faces of official documents (GB/T 9704), native tables and native charts. */
public final class PoiDocument {

    private static final String BODY = "仿宋";
    private static final String HEADING = "黑体";
    private static final String TITLE = "宋体";

    /** 两个字: by how much a paragraph begins further right, in twentieths of a point. */
    private static final int INDENT = 640;

    /** Of the text on a page, in twentieths of a point. */
    private static final int LINE = 11906 - 2 * 1417;

    /** A longer text is broken. */
    private static final int LONGEST = 28;

    private final XWPFDocument document;
    private final Printed report;
    private int tables;

    private PoiDocument(XWPFDocument document, Printed report) {
        this.document = document;
        this.report = report;
    }

    public static byte[] write(Printed report) {
        try (XWPFDocument document = new XWPFDocument()) {
            new PoiDocument(document, report).fill();
            return PoiPackage.bytes(document, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        page();
        if (!report.cover().isEmpty()) {
            cover();
        }
        text(centred(), report.content().title(), TITLE, 22).setBold(true);
        text(centred(), report.content().subtitle(), "楷体", 14);
        if (report.preliminary()) {
            text(centred(), "阶段性数据", HEADING, 14).setColor("C00000");
        }
        for (Section section : report.content().sections()) {
            XWPFParagraph heading = document.createParagraph();
            heading.setSpacingBefore(240);
            heading.setKeepNext(true);
            heading.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
            text(heading, section.heading(), HEADING, 16);
            section.paragraphs().forEach(this::paragraph);
            section.tables().forEach(this::table);
        }
        report.origin().forEach(line -> text(document.createParagraph(), line, BODY, 10));
    }

    /** The first line is the largest, and what follows begins on a page of its own. */
    private void cover() {
        XWPFParagraph first = centred();
        first.setSpacingBefore(4000);
        first.setSpacingAfter(1200);
        text(first, report.cover().getFirst(), TITLE, 32).setBold(true);
        report.cover().stream().skip(1).forEach(line -> text(centred(), line, "楷体", 16));
        document.getLastParagraph().createRun().addBreak(BreakType.PAGE);
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(11906);
        size.setH(16838);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(1701);
        margins.setBottom(1701);
        margins.setLeft(1417);
        margins.setRight(1417);
        XWPFParagraph number = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        text(number, "— ", TITLE, 10);
        XWPFRun field = text(number, "", TITLE, 10);
        field.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        field.getCTR().addNewInstrText().setStringValue("PAGE");
        field.getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        text(number, " —", TITLE, 10);
    }

    private XWPFParagraph centred() {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(120);
        return paragraph;
    }

    private void paragraph(String words) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(INDENT);
        paragraph.setSpacingBetween(1.4);
        text(paragraph, words, BODY, 16);
    }

    /** Latin letters and figures have a face of their own; without that of the East Asian text, readers choose one. */
    private static XWPFRun text(XWPFParagraph paragraph, String words, String face, int size) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(face, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setText(ChinesePunctuation.of(words));
        return run;
    }

    private void table(Table table) {
        tables++;
        XWPFParagraph caption = centred();
        caption.setSpacingBefore(240);
        caption.setKeepNext(true);
        text(caption, "表 " + tables + " " + table.title(), HEADING, 12);
        int columns = table.columns().size();
        int size = columns > 8 ? 8 : 10;
        XWPFTable grid = document.createTable(table.rows().size() + 1, columns);
        grid.setWidth("100%");
        widths(grid, table);
        XWPFTableRow names = grid.getRow(0);
        names.setRepeatHeader(true);
        for (int c = 0; c < columns; c++) {
            XWPFParagraph name = names.getCell(c).getParagraphs().getFirst();
            name.setAlignment(ParagraphAlignment.CENTER);
            text(name, table.columns().get(c).name(), HEADING, size);
            names.getCell(c).setColor("E7E6E6");
        }
        for (int r = 0; r < table.rows().size(); r++) {
            XWPFTableRow row = grid.getRow(r + 1);
            row.setCantSplitRow(true);
            for (int c = 0; c < columns; c++) {
                Column column = table.columns().get(c);
                XWPFParagraph cell = row.getCell(c).getParagraphs().getFirst();
                cell.setAlignment(column.figure() == Figure.TEXT ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
                text(cell, shown(column, table.rows().get(r).cells().get(c)), BODY, size);
            }
        }
        table.charts().forEach(chart -> draw(table, chart));
    }

    /** Each column's share of the line, by its longest text. */
    private static void widths(XWPFTable grid, Table table) {
        int[] widths = new int[table.columns().size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.min(LONGEST, 2 + PoiPackage.width(table, c));
        }
        int whole = IntStream.of(widths).sum();
        CTTblGrid columns = grid.getCTTbl().addNewTblGrid();
        IntStream.of(widths).forEach(width -> columns.addNewGridCol().setW(BigInteger.valueOf(LINE * width / whole)));
    }

    static String shown(Column column, String cell) {
        return cell.isEmpty() ? "—" : column.figure() == Figure.PERCENT ? cell + "%" : cell;
    }

    private void draw(Table table, Chart spec) {
        try {
            XWPFParagraph paragraph = centred();
            paragraph.setSpacingBefore(240);
            int height = spec.rows() > 8 ? 10 : 8;
            XWPFChart chart = document.createChart(
                    paragraph.createRun(), 15 * Units.EMU_PER_CENTIMETER, height * Units.EMU_PER_CENTIMETER);
            List<Row> rows = table.rows().subList(0, spec.rows());
            String[] points = rows.stream().map(row -> row.cells().getFirst()).toArray(String[]::new);
            List<PoiCharts.Series> series = new ArrayList<>();
            for (int i = 0; i < spec.columns().size(); i++) {
                int column = spec.columns().get(i);
                Double[] values = rows.stream()
                        .map(row -> Double.valueOf(row.cells().get(column)))
                        .toArray(Double[]::new);
                series.add(new PoiCharts.Series(
                        table.columns().get(column).name(),
                        i + 1,
                        XDDFDataSourcesFactory.fromArray(values, range(chart, rows.size(), i + 1), i + 1)));
            }
            PoiCharts.draw(
                    chart, spec, XDDFDataSourcesFactory.fromArray(points, range(chart, rows.size(), 0), 0), series);
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("A chart can't be drawn", e);
        }
    }

    /** Of the workbook that lies behind the chart. */
    private static String range(XWPFChart chart, int rows, int column) {
        return chart.formatRange(new CellRangeAddress(1, rows, column, column));
    }
}
