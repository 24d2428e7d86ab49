package cn.huiying.shared.report;

import java.util.List;

/**
 * A report as it is read, in Chinese, with its tables and charts as data. Everything in it is as it was written, names too.
 *
 * @param subtitle what it covers
 */
public record ReportContent(String title, String subtitle, List<Section> sections) {

    public ReportContent {
        sections = List.copyOf(sections);
    }

    /** @param tables each with a title of its own in the report */
    public record Section(String heading, List<String> paragraphs, List<Table> tables) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
            tables = List.copyOf(tables);
        }
    }

    /** @param charts none where it is not drawn */
    public record Table(String title, List<Column> columns, List<Row> rows, List<Chart> charts) {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            charts = List.copyOf(charts);
        }
    }

    public record Column(String name, Figure figure) {}

    /** What stands in a column. */
    public enum Figure {
        TEXT,
        /** A whole number. */
        COUNT,
        /** Percent, to two decimals. */
        PERCENT,
        /** Percentage points 百分点, to two decimals. */
        POINTS,
        /** Working days, to one decimal. */
        WORKDAYS
    }

    /** @param cells as texts, one a column; empty where there is no figure, such as a rate without a denominator */
    public record Row(List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** How a table is drawn. */
    public enum ChartKind {
        LINE,
        BAR,
        PIE
    }

    /**
     * A chart of the table it stands in; its first column names the points.
     *
     * @param columns by their places; each is a series
     * @param rows    how many of the first rows
     */
    public record Chart(ChartKind kind, String title, List<Integer> columns, int rows) {

        public Chart {
            columns = List.copyOf(columns);
        }
    }
}
