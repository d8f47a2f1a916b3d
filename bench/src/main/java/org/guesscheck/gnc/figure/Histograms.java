package org.guesscheck.gnc.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Histograms on common bins, drawn over each other as steps: by colour, brightness and dashes, so that they differ in grey too. */
public final class Histograms {
    private static final Color[] COLORS = {
        new Color(0x9a9a9a), new Color(0x0b3c6f), new Color(0xd9772b), new Color(0x2f9e77), new Color(0x8a5a9e)
    };

    private static final Stroke[] STROKES = {
        stroke(1.6f), stroke(2.4f), stroke(2f, 7, 3), stroke(2f, 2, 2), stroke(2f, 9, 3, 2, 3)
    };

    private static final double LOGARITHMIC_MARGIN = 1.1;

    private Histograms() {}

    /**
     * Bins of the horizontal axis.
     *
     * @param label the axis's label
     * @param edges where they begin and end, rising
     * @param logarithmic whether they are equally wide on a logarithmic scale
     */
    public record Bins(String label, double[] edges, boolean logarithmic) {}

    /**
     * One histogram.
     *
     * @param name its name in the legend
     * @param shares the share of each bin
     */
    public record Histogram(String name, double[] shares) {}

    /**
     * A chart.
     *
     * @param title the figure's title
     * @param remarks lines under the title
     * @param bins the bins of all histograms
     * @param histograms at most five
     */
    public static JFreeChart chart(String title, List<String> remarks, Bins bins, List<Histogram> histograms) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYStepRenderer renderer = new XYStepRenderer();
        double[] edges = bins.edges;
        double first = bins.logarithmic ? Math.max(edges[0], edges[1] * edges[1] / edges[2]) : edges[0];
        for (Histogram histogram : histograms) {
            int i = data.getSeriesCount();
            XYSeries series = new XYSeries(histogram.name, false, true);
            series.add(first, 0);
            for (int bin = 0; bin < histogram.shares.length; bin++) {
                series.add(bin == 0 ? first : edges[bin], histogram.shares[bin]);
            }
            series.add(edges[edges.length - 1], 0);
            data.addSeries(series);
            renderer.setSeriesPaint(i, COLORS[i % COLORS.length]);
            renderer.setSeriesStroke(i, STROKES[i % STROKES.length]);
        }
        ValueAxis x = bins.logarithmic
                ? Axes.logarithmic(bins.label, LOGARITHMIC_MARGIN, DoubleStream.of(first, edges[edges.length - 1]))
                : Axes.linear(bins.label, false, Arrays.stream(edges));
        NumberAxis y =
                Axes.linear("share in a bin", true, histograms.stream().flatMapToDouble(h -> Arrays.stream(h.shares)));
        XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(0xdddddd));
        JFreeChart chart = new JFreeChart(title, new Font(Fonts.FAMILY, Font.BOLD, 16), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(6, 4, 4, 8));
        chart.getLegend().setFrame(BlockBorder.NONE);
        for (String remark : remarks) {
            // The last one is the legend.
            chart.addSubtitle(
                    chart.getSubtitleCount() - 1, new TextTitle(remark, new Font(Fonts.FAMILY, Font.PLAIN, 12)));
        }
        return chart;
    }

    private static Stroke stroke(float width, float... dashes) {
        return dashes.length == 0
                ? new BasicStroke(width)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }
}
