package cn.huiying.query.report;

import cn.huiying.shared.report.ReportContent.Chart;
import cn.huiying.shared.report.ReportContent.ChartKind;
import java.util.List;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;

/** Draws charts natively, so that no font of the server's is needed and an officer can change them. */
final class PoiCharts {

    /** @param name as the legend shows it */
    record Series(String name, int column, XDDFNumericalDataSource<? extends Number> values) {}

    private static final List<PresetColor> COLOURS = List.of(
            PresetColor.STEEL_BLUE,
            PresetColor.DARK_ORANGE,
            PresetColor.SEA_GREEN,
            PresetColor.FIREBRICK,
            PresetColor.GOLDENROD,
            PresetColor.SLATE_GRAY);

    private PoiCharts() {}

    static void draw(XDDFChart chart, Chart spec, XDDFCategoryDataSource points, List<Series> series) {
        chart.setTitleText(spec.title());
        chart.setTitleOverlay(false);
        XDDFChartData data = data(chart, spec.kind());
        data.setVaryColors(spec.kind() == ChartKind.PIE);
        for (Series one : series) {
            XDDFChartData.Series drawn = data.addSeries(points, one.values());
            drawn.setTitle(one.name(), chart.setSheetTitle(one.name(), one.column()));
            colour(drawn, spec.kind(), points.getPointCount(), series.indexOf(one));
            if (drawn instanceof XDDFLineChartData.Series line) {
                line.setSmooth(false);
                line.setMarkerStyle(MarkerStyle.CIRCLE);
            }
        }
        if (spec.kind() != ChartKind.BAR) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        chart.plot(data);
    }

    /** Said in the file: not every reader has colours of its own for what has none. */
    private static void colour(XDDFChartData.Series drawn, ChartKind kind, int points, int place) {
        if (kind == ChartKind.PIE) {
            for (int point = 0; point < points; point++) {
                drawn.getDataPoint(point).setFillProperties(fill(point));
            }
        } else if (kind == ChartKind.BAR) {
            drawn.setFillProperties(fill(place));
        } else {
            drawn.setLineProperties(new XDDFLineProperties(fill(place)));
        }
    }

    private static XDDFSolidFillProperties fill(int place) {
        return new XDDFSolidFillProperties(XDDFColor.from(COLOURS.get(place % COLOURS.size())));
    }

    private static XDDFChartData data(XDDFChart chart, ChartKind kind) {
        if (kind == ChartKind.PIE) {
            return chart.createData(ChartTypes.PIE, null, null);
        }
        boolean bars = kind == ChartKind.BAR;
        XDDFCategoryAxis points = chart.createCategoryAxis(bars ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(bars ? AxisPosition.TOP : AxisPosition.LEFT);
        values.setMinimum(0.0);
        // Else the outermost bars are cut in half.
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        XDDFChartData data = chart.createData(bars ? ChartTypes.BAR : ChartTypes.LINE, points, values);
        if (data instanceof XDDFBarChartData barred) {
            // Lying, since agencies have long names; the first row on top.
            barred.setBarDirection(BarDirection.BAR);
            barred.setGapWidth(60);
            points.setOrientation(AxisOrientation.MAX_MIN);
        }
        return data;
    }
}
