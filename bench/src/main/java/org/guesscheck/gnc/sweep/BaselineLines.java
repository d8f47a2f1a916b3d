package org.guesscheck.gnc.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.guesscheck.gnc.figure.Axes;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;

/**
 * Baselines that are the same at all places of a sweep, as thin lines across its figure: the median over the trials. Lines at
 * one place are one line with all their names.
 */
final class BaselineLines {
    /** Losses count as one where they differ by less than this share. */
    private static final double SAME = 1e-6;

    /** The height of a label as a share of the axis. */
    private static final double LABEL = 0.045;

    /** The axis grows by at most this factor to show a baseline above the curves. */
    private static final double ABOVE = 3;

    private static final Color GRAY = new Color(0x707070);

    private static final RectangleAnchor[] PLACES = {
        RectangleAnchor.TOP_RIGHT, RectangleAnchor.TOP_LEFT, RectangleAnchor.TOP
    };

    private static final TextAnchor[] TEXTS = {TextAnchor.BOTTOM_RIGHT, TextAnchor.BOTTOM_LEFT, TextAnchor.BOTTOM_CENTER
    };

    private record Line(String label, BaselineKind first, double loss) {}

    private final List<Line> lines = new ArrayList<>();

    private BaselineLines() {}

    static BaselineLines of(List<Cell> cells) {
        BaselineLines all = new BaselineLines();
        for (BaselineKind kind : BaselineKind.values()) {
            if (!kind.varies(cells)) {
                Quartiles.of(cells.stream().mapToDouble(kind::loss).toArray())
                        .ifPresent(q -> all.add(kind, Axes.bounded(q.median())));
            }
        }
        all.lines.sort(Comparator.comparingDouble(Line::loss));
        return all;
    }

    private void add(BaselineKind kind, double loss) {
        for (int i = 0; i < lines.size(); i++) {
            Line there = lines.get(i);
            if (same(there.loss(), loss)) {
                lines.set(i, new Line(there.label() + ", " + kind.inWords(), there.first(), there.loss()));
                return;
            }
        }
        lines.add(new Line(kind.inWords(), kind, loss));
    }

    static boolean same(double loss, double other) {
        return Math.abs(loss - other) <= SAME * Math.max(loss, other);
    }

    /** Adds the losses that the axis is to reach: that of the zero matrix, and others that are not far above the curves. */
    void show(List<Double> shown) {
        double high = shown.stream()
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        lines.stream()
                .filter(line ->
                        line.first() == BaselineKind.ZERO_MATRIX || line.loss() > high && line.loss() <= ABOVE * high)
                .forEach(line -> shown.add(line.loss()));
    }

    /** Draws the lines that are in the range of the axis. */
    void draw(XYPlot plot) {
        ValueAxis axis = plot.getRangeAxis();
        double before = Double.NEGATIVE_INFINITY;
        int place = 0;
        for (Line line : lines) {
            if (axis.getRange().contains(line.loss())) {
                double height = height(axis, line.loss());
                place = height - before < LABEL ? (place + 1) % PLACES.length : 0;
                before = height;
                plot.addRangeMarker(marker(line, place));
            }
        }
    }

    /** What is to be said of the lines that are not. */
    List<String> remarks(ValueAxis axis) {
        return lines.stream()
                .filter(line -> !axis.getRange().contains(line.loss()))
                .map(line -> String.format(
                        Locale.ROOT,
                        "%s: %.2g, %s the axis",
                        line.label(),
                        line.loss(),
                        line.loss() < axis.getLowerBound() ? "below" : "above"))
                .toList();
    }

    private static double height(ValueAxis axis, double loss) {
        boolean logarithmic = axis instanceof LogAxis;
        double low = logarithmic ? Math.log(axis.getLowerBound()) : axis.getLowerBound();
        double high = logarithmic ? Math.log(axis.getUpperBound()) : axis.getUpperBound();
        return ((logarithmic ? Math.log(loss) : loss) - low) / (high - low);
    }

    private static ValueMarker marker(Line line, int place) {
        ValueMarker marker = new ValueMarker(line.loss(), GRAY, stroke(line.first()));
        marker.setLabel(line.label());
        marker.setLabelPaint(GRAY);
        marker.setLabelAnchor(PLACES[place]);
        marker.setLabelTextAnchor(TEXTS[place]);
        marker.setLabelBackgroundColor(new Color(255, 255, 255, 0));
        return marker;
    }

    /** The stroke by which a baseline is told from the others. */
    static BasicStroke stroke(BaselineKind kind) {
        return switch (kind) {
            case ZERO_MATRIX -> new BasicStroke(0.6f);
            case LEAST_FROBENIUS_NORM -> dashed(1, 3);
            case LEAST_NUCLEAR_NORM -> dashed(6, 3);
            case INFINITE_WIDTH -> dashed(8, 3, 1, 3);
        };
    }

    private static BasicStroke dashed(float... dashes) {
        return new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }
}
