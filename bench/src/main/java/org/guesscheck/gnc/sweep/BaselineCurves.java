package org.guesscheck.gnc.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guesscheck.gnc.figure.Axes;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Baselines that depend on the first axis of a sweep, as gray curves over its values: medians over the trials. Curves that are the
 * same are one curve with all their names. A curve that falls below the losses of networks leaves the figure there.
 */
final class BaselineCurves {
    /** A curve: the names of its baselines, the first of them, and a loss for each value, NaN where it is unknown. */
    private record Curve(String label, BaselineKind first, double[] losses) {}

    private final List<Curve> curves = new ArrayList<>();

    private BaselineCurves() {}

    /** Those of the cells of a sweep over these values; none that depend on a second axis as well. */
    static BaselineCurves of(List<Cell> cells, List<Double> values) {
        BaselineCurves all = new BaselineCurves();
        for (BaselineKind kind : BaselineKind.values()) {
            if (kind.varies(cells)) {
                Map<Double, List<Cell>> places = cells.stream()
                        .collect(Collectors.groupingBy(cell -> cell.id().value().first()));
                if (places.values().stream().noneMatch(kind::varies)) {
                    all.add(
                            kind,
                            values.stream()
                                    .mapToDouble(value -> median(kind, places.getOrDefault(value, List.of())))
                                    .toArray());
                }
            }
        }
        return all;
    }

    private static double median(BaselineKind kind, List<Cell> here) {
        return Quartiles.of(here.stream().mapToDouble(kind::loss).toArray())
                .map(q -> Axes.bounded(q.median()))
                .orElse(Double.NaN);
    }

    private void add(BaselineKind kind, double[] curve) {
        if (Arrays.stream(curve).allMatch(Double::isNaN)) {
            return;
        }
        for (int i = 0; i < curves.size(); i++) {
            Curve there = curves.get(i);
            if (same(there.losses(), curve)) {
                curves.set(i, new Curve(there.label() + ", " + kind.inWords(), there.first(), there.losses()));
                return;
            }
        }
        curves.add(new Curve(kind.inWords(), kind, curve));
    }

    private static boolean same(double[] there, double[] curve) {
        for (int i = 0; i < curve.length; i++) {
            boolean alike = Double.isNaN(there[i]) ? Double.isNaN(curve[i]) : BaselineLines.same(there[i], curve[i]);
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    /** Adds the losses that the axis is to reach: those that are not below all that are shown. */
    void show(List<Double> shown) {
        double low = shown.stream()
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        for (Curve curve : curves) {
            Arrays.stream(curve.losses()).filter(loss -> loss >= low).forEach(shown::add);
        }
    }

    /**
     * Adds a series for each curve.
     *
     * @param series gets them last
     * @param open gets a set for each of them: no marker is open
     * @param axis on which losses of 0 have no place where it is logarithmic
     */
    void addTo(YIntervalSeriesCollection series, List<Set<Integer>> open, ValueAxis axis) {
        for (Curve curve : curves) {
            YIntervalSeries drawn = new YIntervalSeries(curve.label());
            double[] values = curve.losses();
            for (int i = 0; i < values.length; i++) {
                if (axis instanceof LogAxis ? values[i] > 0 : Double.isFinite(values[i])) {
                    drawn.add(i, values[i], values[i], values[i]);
                }
            }
            series.addSeries(drawn);
            open.add(Set.of());
        }
    }

    /** Draws the series from this number on as these curves. */
    void paint(XYErrorRenderer renderer, int from) {
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(from + i, Color.GRAY);
            renderer.setSeriesFillPaint(from + i, Color.GRAY);
            BasicStroke thin = BaselineLines.stroke(curves.get(i).first());
            renderer.setSeriesStroke(
                    from + i,
                    new BasicStroke(
                            1.6f, thin.getEndCap(), thin.getLineJoin(), thin.getMiterLimit(), thin.getDashArray(), 0));
        }
    }
}
