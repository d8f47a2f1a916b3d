package org.guesscheck.gnc.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;
import org.guesscheck.gnc.figure.Axes;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.text.PlainText;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The figure of a sweep: median over trials with bars from quartile to quartile, and baselines as thin lines. */
final class Figure {
    /** Above this ratio between the ends of the range, a linear axis hides the small losses. */
    private static final double LOGARITHMIC_FROM = 30;

    /** The room on a logarithmic axis beyond its outermost bars, as a factor. */
    private static final double MARGIN = 1.8;

    private static final Color BLUE = new Color(0x1b6ca8);
    private static final Color RED = new Color(0xc8553d);
    private static final Color GREEN = new Color(0x5b8c5a);

    /** A series: its name, how far it is beside its width or depth, its losses, and where its marker is left open. */
    private record Curve(String name, Color color, double shift, ToDoubleFunction<Cell> loss, Predicate<Cell> open) {}

    private Figure() {}

    static JFreeChart of(SweepConfig config, List<Cell> cells) {
        List<Curve> curves = new ArrayList<>();
        if (!config.descent().none()) {
            curves.add(new Curve("gradient descent", BLUE, -0.06, Cell::descentLoss, Cell::unfitted));
        }
        curves.add(new Curve("guess and check", RED, 0, Cell::posteriorMean, Cell::doubtful));
        if (config.besidePrior()) {
            curves.add(new Curve("prior", GREEN, 0.06, Cell::priorMean, cell -> false));
        }
        YIntervalSeriesCollection series = new YIntervalSeriesCollection();
        List<Double> shown = new ArrayList<>();
        List<Set<Integer>> open = new ArrayList<>();
        for (Curve curve : curves) {
            Set<Integer> items = new HashSet<>();
            series.addSeries(series(curve, config, cells, shown, items));
            open.add(items);
        }
        BaselineCurves varying = BaselineCurves.of(cells, config.axis().values());
        varying.show(shown);
        BaselineLines baselines = BaselineLines.of(cells);
        baselines.show(shown);
        ValueAxis losses = losses(config, shown);
        varying.addTo(series, open, losses);
        XYErrorRenderer renderer = renderer(open);
        varying.paint(renderer, curves.size());
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(i, curves.get(i).color());
            renderer.setSeriesFillPaint(i, curves.get(i).color());
        }
        return chart(config, cells, new XYPlot(series, sizes(config), losses, renderer), baselines);
    }

    /** The chart of a plot, with its headings, its baselines, and what a reader must know of markers and baselines. */
    static JFreeChart chart(SweepConfig config, List<Cell> cells, XYPlot plot, BaselineLines baselines) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(0xdddddd));
        baselines.draw(plot);
        JFreeChart chart =
                new JFreeChart(PlainText.of(config.title()), new Font(Font.SANS_SERIF, Font.BOLD, 16), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(6, 4, 4, 8));
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.addSubtitle(0, subtitle(QuestionLine.of(config)));
        List<String> remarks = new ArrayList<>(remarks(config, cells));
        remarks.addAll(baselines.remarks(plot.getRangeAxis()));
        for (String remark : remarks) {
            // The last one is the legend.
            chart.addSubtitle(chart.getSubtitleCount() - 1, subtitle(remark));
        }
        return chart;
    }

    /** What a reader must know of the markers. */
    private static List<String> remarks(SweepConfig config, List<Cell> cells) {
        List<String> remarks = new ArrayList<>();
        if (cells.stream().anyMatch(Cell::doubtful)) {
            remarks.add("open marker of guess and check: an estimate of some trial failed its checks and is not to be"
                    + " trusted");
        }
        remarks.addAll(DescentRemarks.of(config, cells, "open marker of gradient descent"));
        long failed = cells.stream().filter(Cell::failed).count();
        if (failed > 0) {
            remarks.add(failed + (failed == 1 ? " trial" : " trials")
                    + " of a "
                    + (isOfSizes(config) ? "width or depth" : "place of the sweep") + " failed and left something out");
        }
        return remarks;
    }

    private static boolean isOfSizes(SweepConfig config) {
        return Stream.of(SweptField.WIDTH, SweptField.DEPTH).anyMatch(config.grid()::varies);
    }

    private static TextTitle subtitle(String text) {
        return new TextTitle(text, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    private static YIntervalSeries series(
            Curve curve, SweepConfig c, List<Cell> cells, List<Double> shown, Set<Integer> open) {
        YIntervalSeries series = new YIntervalSeries(curve.name());
        List<Double> values = c.axis().values();
        for (int i = 0; i < values.size(); i++) {
            int index = i;
            List<Cell> here = cells.stream()
                    .filter(cell -> cell.id().value().first() == values.get(index))
                    .toList();
            Quartiles.of(here.stream().mapToDouble(curve.loss()).toArray()).ifPresent(q -> {
                if (here.stream().anyMatch(curve.open())) {
                    open.add(series.getItemCount());
                }
                double lower = Axes.bounded(q.lower());
                double upper = Axes.bounded(q.upper());
                series.add(index + curve.shift(), Axes.bounded(q.median()), lower, upper);
                shown.addAll(List.of(lower, upper));
            });
        }
        return series;
    }

    /** One step for each value of the first axis: the paper's widths double, so equal steps are its logarithmic axis. */
    static ValueAxis sizes(SweepConfig config) {
        String[] labels = config.axis().values().stream().map(Numeral::text).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(config.axis().field().label(), labels);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, labels.length - 0.5);
        return axis;
    }

    /** The axis of the losses that a plot shows, logarithmic where they are far apart. */
    static ValueAxis losses(SweepConfig c, List<Double> shown) {
        int trials = c.trials().count();
        String label =
                "generalization loss: " + (trials == 1 ? "1 trial" : "median and quartiles of " + trials + " trials");
        double[] finite =
                shown.stream().mapToDouble(v -> v).filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        return low > 0 && high / low > LOGARITHMIC_FROM
                ? Axes.logarithmic(label, MARGIN, Arrays.stream(finite))
                : Axes.linear(label, true, Arrays.stream(finite));
    }

    /** Draws curves with bars, and the markers of some items of each series open. */
    static XYErrorRenderer renderer(List<Set<Integer>> open) {
        XYErrorRenderer renderer = new HollowWhereOpen(open);
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawXError(false);
        renderer.setCapLength(6);
        for (int i = 0; i < open.size(); i++) {
            renderer.setSeriesStroke(i, new BasicStroke(1.6f));
        }
        return renderer;
    }

    /** Leaves markers open. */
    private static final class HollowWhereOpen extends XYErrorRenderer {
        private static final long serialVersionUID = 1;

        private final transient List<Set<Integer>> open;

        HollowWhereOpen(List<Set<Integer>> open) {
            this.open = open;
            setUseFillPaint(true);
            setDrawOutlines(true);
            setUseOutlinePaint(false);
        }

        @Override
        public Paint getItemFillPaint(int series, int item) {
            return open.get(series).contains(item) ? Color.WHITE : super.getItemFillPaint(series, item);
        }
    }
}
