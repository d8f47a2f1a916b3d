package org.guesscheck.bench.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.guesscheck.bench.config.Names;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.config.SweepKind;
import org.guesscheck.core.network.Prior;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The figure of a sweep: median over trials with bars from quartile to quartile, and the zero matrix as a thin line. */
final class Figure {
    /** Above this ratio between the ends of the range, a linear axis hides the small losses. */
    private static final double LOGARITHMIC_FROM = 30;

    /** The room on a logarithmic axis beyond its outermost bars, as a factor. */
    private static final double MARGIN = 1.8;

    private static final Color[] COLORS = {
        new Color(0x1b6ca8), new Color(0xc8553d), new Color(0x5b8c5a),
    };

    private static final int GUESS = 1;

    private Figure() {}

    static JFreeChart of(SweepConfig config, List<Cell> cells) {
        YIntervalSeriesCollection series = new YIntervalSeriesCollection();
        List<Double> shown = new ArrayList<>();
        series.addSeries(series(
                "gradient descent", -0.06, config, cells, c -> c.descent().generalizationLoss(), shown));
        series.addSeries(series("guess and check", 0, config, cells, Cell::posteriorMean, shown));
        if (config.sweep() == SweepKind.WIDTH) {
            series.addSeries(series(
                    "prior", 0.06, config, cells, c -> c.posterior().prior().mean(), shown));
        }
        double zero = Quartiles.of(
                        cells.stream().mapToDouble(Cell::zeroMatrixLoss).toArray())
                .map(Quartiles::median)
                .orElse(Double.NaN);
        shown.add(zero);
        XYPlot plot = new XYPlot(
                series,
                sizes(config),
                losses(config, shown),
                renderer(series.getSeriesCount(), doubtful(config, cells)));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(0xdddddd));
        plot.addRangeMarker(baseline(zero));
        JFreeChart chart = new JFreeChart(config.title(), new Font(Font.SANS_SERIF, Font.BOLD, 16), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(6, 4, 4, 8));
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.addSubtitle(0, subtitle(question(config)));
        if (cells.stream().anyMatch(cell -> !cell.trustworthy())) {
            chart.addSubtitle(
                    1, subtitle("open marker: an estimate of some trial failed its checks and is not to be trusted"));
        }
        return chart;
    }

    private static TextTitle subtitle(String text) {
        return new TextTitle(text, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    /** What was asked, so that a figure explains itself where it is shown alone. */
    private static String question(SweepConfig c) {
        return String.format(
                Locale.ROOT,
                "%d x %d, rank %d, %d %s, %s, %s %d, %s prior%s, eps %s",
                c.rows(),
                c.cols(),
                c.rank(),
                c.measurements(),
                c.completion() ? "observed entries" : "measurements",
                Names.of(c.activation()),
                c.sweep() == SweepKind.WIDTH ? "depth" : "width",
                c.fixed(),
                c.prior() == Prior.GAUSSIAN ? "Gaussian" : "uniform",
                c.normalized() ? ", normalized" : "",
                c.eps());
    }

    private static YIntervalSeries series(
            String name,
            double shift,
            SweepConfig c,
            List<Cell> cells,
            ToDoubleFunction<Cell> loss,
            List<Double> shown) {
        YIntervalSeries series = new YIntervalSeries(name);
        for (int i = 0; i < c.values().size(); i++) {
            int index = i;
            double[] losses = cells.stream()
                    .filter(cell -> cell.index() == index)
                    .mapToDouble(loss)
                    .toArray();
            Quartiles.of(losses).ifPresent(q -> {
                series.add(index + shift, q.median(), q.lower(), q.upper());
                shown.addAll(List.of(q.lower(), q.upper()));
            });
        }
        return series;
    }

    /** One step for each width or depth: the paper's widths double, so equal steps are its logarithmic axis. */
    private static ValueAxis sizes(SweepConfig config) {
        String[] labels = config.values().stream().map(String::valueOf).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(Names.of(config.sweep()), labels);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, labels.length - 0.5);
        return axis;
    }

    private static ValueAxis losses(SweepConfig c, List<Double> shown) {
        String label = "generalization loss: "
                + (c.trials() == 1 ? "1 trial" : "median and quartiles of " + c.trials() + " trials");
        double low = shown.stream().mapToDouble(v -> v).min().orElse(0);
        double high = shown.stream().mapToDouble(v -> v).max().orElse(1);
        if (low > 0 && high / low > LOGARITHMIC_FROM) {
            LogAxis axis = new LogAxis(label);
            axis.setRange(low / MARGIN, high * MARGIN);
            axis.setTickUnit(new NumberTickUnit(1));
            axis.setBaseSymbol("10");
            return axis;
        }
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(true);
        return axis;
    }

    /** The indices at which an estimate of some trial is not to be trusted. */
    private static Set<Integer> doubtful(SweepConfig c, List<Cell> cells) {
        Set<Integer> items = new HashSet<>();
        int item = 0;
        for (int i = 0; i < c.values().size(); i++) {
            int index = i;
            List<Cell> here =
                    cells.stream().filter(cell -> cell.index() == index).toList();
            boolean shown = here.stream().anyMatch(cell -> Double.isFinite(cell.posteriorMean()));
            if (shown && here.stream().anyMatch(cell -> !cell.trustworthy())) {
                items.add(item);
            }
            item += shown ? 1 : 0;
        }
        return items;
    }

    private static XYErrorRenderer renderer(int count, Set<Integer> doubtful) {
        XYErrorRenderer renderer = new HollowWhereDoubtful(doubtful);
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawXError(false);
        renderer.setCapLength(6);
        for (int i = 0; i < count; i++) {
            renderer.setSeriesPaint(i, COLORS[i]);
            renderer.setSeriesFillPaint(i, COLORS[i]);
            renderer.setSeriesStroke(i, new BasicStroke(1.6f));
        }
        return renderer;
    }

    private static ValueMarker baseline(double zero) {
        ValueMarker marker = new ValueMarker(zero, Color.GRAY, new BasicStroke(0.6f));
        marker.setLabel("zero matrix");
        marker.setLabelPaint(Color.GRAY);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        marker.setLabelBackgroundColor(new Color(255, 255, 255, 0));
        return marker;
    }

    /** Leaves the markers of guess and check open where an estimate is not to be trusted. */
    private static final class HollowWhereDoubtful extends XYErrorRenderer {
        private static final long serialVersionUID = 1;

        private final transient Set<Integer> doubtful;

        HollowWhereDoubtful(Set<Integer> doubtful) {
            this.doubtful = doubtful;
            setUseFillPaint(true);
            setDrawOutlines(true);
            setUseOutlinePaint(false);
        }

        @Override
        public Paint getItemFillPaint(int series, int item) {
            return series == GUESS && doubtful.contains(item) ? Color.WHITE : super.getItemFillPaint(series, item);
        }
    }
}
