package org.guesscheck.bench.study;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guesscheck.bench.sweep.AtomicFile;
import org.guesscheck.bench.sweep.FigureFiles;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** A study's table, points.csv, and its figure: intervals as bars, open markers where an estimate is not to be trusted. */
public final class StudyFiles {
    private static final Color[] COLORS = {
        new Color(0x1b6ca8), new Color(0xc8553d), new Color(0x5b8c5a), new Color(0x8a5a9e), new Color(0x7a7a7a)
    };

    private StudyFiles() {}

    /** Writes both. */
    public static void write(Path directory, Curves curves) throws IOException {
        AtomicFile.write(directory.resolve("points.csv"), path -> {
            try (CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                    .build(path)) {
                csv.writeRecord("curve", "x", "y", "low", "high", "sampler", "trustworthy");
                curves.points.forEach((name, points) -> points.forEach(p -> csv.writeRecord(
                        name,
                        text(p.x()),
                        text(p.y()),
                        text(p.low()),
                        text(p.high()),
                        p.sampler(),
                        "" + p.trustworthy())));
            }
        });
        FigureFiles.write(directory, chart(curves));
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static JFreeChart chart(Curves curves) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        List<List<Curves.Point>> series = new ArrayList<>();
        curves.points.forEach((name, points) -> {
            YIntervalSeries one = new YIntervalSeries(name);
            for (Curves.Point p : points) {
                boolean bars = Double.isFinite(p.low());
                one.add(p.x(), p.y(), bars ? p.low() : p.y(), bars ? p.high() : p.y());
            }
            data.addSeries(one);
            series.add(points.stream()
                    .sorted(java.util.Comparator.comparingDouble(Curves.Point::x))
                    .toList());
        });
        ValueAxis x = axis(curves.xLabel, curves.logarithmicX);
        ValueAxis y = axis(curves.yLabel, curves.logarithmicY);
        XYPlot plot = new XYPlot(data, x, y, new Renderer(series));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(0xdddddd));
        JFreeChart chart = new JFreeChart(curves.title, plot);
        chart.setBackgroundPaint(Color.WHITE);
        if (series.stream().flatMap(List::stream).anyMatch(p -> !p.trustworthy())) {
            chart.addSubtitle(new TextTitle("open marker: an estimate failed its checks and is not to be trusted"));
        }
        return chart;
    }

    private static ValueAxis axis(String label, boolean logarithmic) {
        if (!logarithmic) {
            NumberAxis axis = new NumberAxis(label);
            axis.setAutoRangeIncludesZero(false);
            return axis;
        }
        LogAxis axis = new LogAxis(label);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new DecimalFormat("0E0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        return axis;
    }

    private static final class Renderer extends XYErrorRenderer {
        private static final long serialVersionUID = 1;

        private final transient List<List<Curves.Point>> series;

        Renderer(List<List<Curves.Point>> series) {
            this.series = series;
            setDefaultLinesVisible(true);
            setDrawXError(false);
            setCapLength(5);
            setUseFillPaint(true);
            setDrawOutlines(true);
            for (int i = 0; i < series.size(); i++) {
                setSeriesPaint(i, COLORS[i % COLORS.length]);
                setSeriesFillPaint(i, COLORS[i % COLORS.length]);
                setSeriesStroke(i, new BasicStroke(1.6f));
            }
        }

        @Override
        public Paint getItemFillPaint(int index, int item) {
            return series.get(index).get(item).trustworthy() ? super.getItemFillPaint(index, item) : Color.WHITE;
        }
    }
}
