package org.guesscheck.gnc.learn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.gnc.figure.Axes;
import org.guesscheck.gnc.learn.SetsSummary.Row;
import org.guesscheck.gnc.learn.SetsSummary.Value;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Accuracy against the number of training samples, and below it the logarithm of the acceptance probability. */
final class LearningFigure {
    private static final Color[] COLORS = {new Color(0x1b6ca8), new Color(0xc8553d), new Color(0x5b8c5a)};
    private static final String PRIOR = "prior";
    private static final Color GREY = new Color(0x777777);
    private static final BasicStroke DASHES =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);
    private static final double MARGIN = 1.15;
    private static final double GAP = 8;

    private LearningFigure() {}

    /** A chart; where samples fit that are right, with the share of networks that fit the next one, which then has the accuracy's mean. */
    static JFreeChart chart(String title, String subtitle, List<LearnedSet> sets, boolean right) {
        List<Row> rows = SetsSummary.of(sets);
        YIntervalSeriesCollection accuracies = new YIntervalSeriesCollection();
        YIntervalSeries tested = new YIntervalSeries("guess and check");
        YIntervalSeries descent = new YIntervalSeries("gradient descent");
        YIntervalSeries next = new YIntervalSeries("guess and check fits the next training sample, p(n+1) / p(n)");
        YIntervalSeries probabilities = new YIntervalSeries("acceptance probability");
        int most = rows.getLast().samples();
        YIntervalSeries prior = new YIntervalSeries(PRIOR);
        for (Row row : rows) {
            if (row.samples() == 0) {
                // A logarithmic axis has no place for 0 samples, so that the prior is a line across.
                row.accuracy()
                        .map(value -> new Value(value.value(), Interval.UNKNOWN))
                        .ifPresent(value -> {
                            add(prior, 1 / MARGIN, value);
                            add(prior, MARGIN * most, value);
                        });
                continue;
            }
            row.accuracy().ifPresent(value -> add(tested, row.samples(), value));
            row.descent().ifPresent(value -> add(descent, row.samples(), value));
            row.nextRight()
                    .filter(value -> right
                            && row.accuracy().isPresent()
                            && value.interval().known())
                    .ifPresent(value -> add(next, row.samples(), value));
            add(probabilities, row.samples(), row.logProbability());
        }
        accuracies.addSeries(tested);
        for (YIntervalSeries other : List.of(next, descent, prior)) {
            if (!other.isEmpty()) {
                accuracies.addSeries(other);
            }
        }
        YIntervalSeriesCollection logarithms = new YIntervalSeriesCollection();
        logarithms.addSeries(probabilities);
        LogAxis domain = new LogAxis("training samples");
        domain.setBase(2);
        domain.setTickUnit(new NumberTickUnit(1));
        domain.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        domain.setRange(1 / MARGIN, MARGIN * most);
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(domain);
        both.setGap(GAP);
        both.add(plot(accuracies, "accuracy on test samples", true), 3);
        both.add(plot(logarithms, "log2 p", false), 2);
        JFreeChart chart = new JFreeChart(title, new Font(Font.SANS_SERIF, Font.BOLD, 16), both, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(6, 4, 4, 8));
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.addSubtitle(0, new TextTitle(subtitle, new Font(Font.SANS_SERIF, Font.PLAIN, 12)));
        return chart;
    }

    private static void add(YIntervalSeries series, double samples, Value value) {
        if (Double.isFinite(value.value())) {
            boolean bars = value.interval().known();
            series.add(
                    samples,
                    value.value(),
                    bars ? value.interval().low() : value.value(),
                    bars ? value.interval().high() : value.value());
        }
    }

    private static XYPlot plot(YIntervalSeriesCollection data, String label, boolean shapes) {
        DoubleStream.Builder values = DoubleStream.builder();
        for (int s = 0; s < data.getSeriesCount(); s++) {
            for (int i = 0; i < data.getItemCount(s); i++) {
                values.add(data.getYValue(s, i));
                values.add(data.getStartYValue(s, i));
                values.add(data.getEndYValue(s, i));
            }
        }
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(5);
        renderer.setDefaultLinesVisible(true);
        renderer.setDefaultShapesVisible(shapes);
        renderer.setDrawYError(shapes);
        for (int s = 0; s < data.getSeriesCount(); s++) {
            boolean across = data.getSeriesKey(s).equals(PRIOR);
            renderer.setSeriesPaint(s, across ? GREY : COLORS[s]);
            renderer.setSeriesShapesVisible(s, shapes && !across);
            // The lower plot has one curve, which its axis names.
            renderer.setSeriesVisibleInLegend(s, shapes);
            renderer.setSeriesStroke(s, across ? DASHES : new BasicStroke(s == 0 ? 1.6f : 1f));
        }
        XYPlot plot = new XYPlot(data, null, Axes.linear(label, false, values.build()), renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(0xdddddd));
        return plot;
    }
}
