package org.guesscheck.gnc.study;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.guesscheck.gnc.figure.Axes;
import org.guesscheck.gnc.figure.FigureFiles;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.text.InputException;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** A study's table, points.csv, and its figure. Bars are intervals, and an open marker is an estimate that is not to be trusted. */
public final class StudyFiles {
    private static final String POINTS = "points.csv";

    /** Names of the files. */
    public static final String[] FILES = {POINTS, "figure.png", "figure.svg", "figure.pdf"};

    private static final Color[] COLORS = {
        new Color(0x1b6ca8),
        new Color(0xc8553d),
        new Color(0x5b8c5a),
        new Color(0x8a5a9e),
        new Color(0x7a7a7a),
        new Color(0xc9922e),
        new Color(0x3aa6a0),
        new Color(0xd071a6)
    };

    private static final double LOGARITHMIC_MARGIN = 1.3;

    private StudyFiles() {}

    /**
     * Refuses a directory in which files would be lost.
     *
     * @param overwrite whether those of a study are to be replaced
     * @throws InputException if there are some, or the directory is that of a sweep or of learning curves, naming the file that tells
     */
    public static void requireRoom(Path directory, boolean overwrite) {
        Path journal = directory.resolve(Journal.FILE);
        if (Files.exists(journal)) {
            throw new InputException(journal + ": is of a sweep; another --out is needed for a study");
        }
        Path sets = directory.resolve(PanelFiles.OF_LEARNING);
        if (Files.exists(sets)) {
            throw new InputException(sets + ": is of learning curves; another --out is needed for a study");
        }
        Path points = directory.resolve(POINTS);
        if (Files.exists(points) && !overwrite) {
            throw new InputException(
                    points + ": is of a finished study; another --out keeps it, and --overwrite replaces it");
        }
    }

    /** Writes table and figure. The study's name is the figure's title. */
    public static void write(Path directory, String name, Curves curves) throws IOException {
        AtomicFile.write(directory.resolve(POINTS), out -> {
            try (CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                    .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord("curve", "x", "y", "low", "high", "sampler", "trustworthy");
                curves.points.forEach((curve, points) -> points.forEach(p -> csv.writeRecord(
                        curve,
                        text(p.x()),
                        text(p.y()),
                        text(p.low()),
                        text(p.high()),
                        p.sampler(),
                        "" + p.trustworthy())));
            }
        });
        FigureFiles.write(directory, chart(name, curves));
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    static JFreeChart chart(String name, Curves curves) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        List<List<Curves.Point>> series = new ArrayList<>();
        curves.points.forEach((curve, points) -> {
            List<Curves.Point> shown =
                    points.stream().filter(p -> hasPlace(curves, p)).toList();
            YIntervalSeries one = new YIntervalSeries(curve);
            for (Curves.Point p : shown) {
                double y = Axes.bounded(p.y());
                boolean bars = Double.isFinite(p.low())
                        && (curves.logarithmicY ? Axes.hasLogarithm(p.high()) : Double.isFinite(p.high()));
                // On a logarithmic axis, a bar whose low end is 0 or below has no end.
                boolean endless = curves.logarithmicY && !Axes.hasLogarithm(p.low());
                one.add(
                        Axes.bounded(p.x()),
                        y,
                        bars && !endless ? Axes.bounded(p.low()) : y,
                        bars ? Axes.bounded(p.high()) : y);
            }
            data.addSeries(one);
            series.add(shown.stream()
                    .sorted(java.util.Comparator.comparingDouble(Curves.Point::x))
                    .toList());
        });
        List<Curves.Point> all = series.stream().flatMap(List::stream).toList();
        ValueAxis x = axis(curves.xLabel, curves.logarithmicX, all.stream().mapToDouble(Curves.Point::x));
        if (!curves.logarithmicX && all.stream().allMatch(p -> p.x() == Math.rint(p.x()))) {
            Axes.integerTicks(x);
        }
        boolean intervals = all.stream().anyMatch(p -> Double.isFinite(p.low()));
        ValueAxis y = axis(
                curves.yLabel + (intervals ? ", 95% interval" : ""),
                curves.logarithmicY,
                all.stream().flatMapToDouble(p -> DoubleStream.of(p.y(), p.low(), p.high())));
        XYPlot plot = new XYPlot(data, x, y, new Renderer(series));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(0xdddddd));
        JFreeChart chart = new JFreeChart(name, new Font(Font.SANS_SERIF, Font.BOLD, 16), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(6, 4, 4, 8));
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.addSubtitle(0, subtitle(curves.title));
        if (all.stream().anyMatch(p -> !p.trustworthy())) {
            chart.addSubtitle(1, subtitle("open marker: an estimate failed its checks and is not to be trusted"));
        }
        return chart;
    }

    private static TextTitle subtitle(String text) {
        return new TextTitle(text, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    private static boolean hasPlace(Curves curves, Curves.Point p) {
        return (curves.logarithmicX ? Axes.hasLogarithm(p.x()) : Double.isFinite(p.x()))
                && (curves.logarithmicY ? Axes.hasLogarithm(p.y()) : Double.isFinite(p.y()));
    }

    private static ValueAxis axis(String label, boolean logarithmic, DoubleStream values) {
        return logarithmic ? Axes.logarithmic(label, LOGARITHMIC_MARGIN, values) : Axes.linear(label, false, values);
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
