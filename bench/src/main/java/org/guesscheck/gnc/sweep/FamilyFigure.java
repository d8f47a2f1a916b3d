package org.guesscheck.gnc.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.guesscheck.gnc.config.Axis;
import org.guesscheck.gnc.config.FigureKind;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.figure.Axes;
import org.guesscheck.gnc.json.Numeral;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The figure of a sweep of two axes as curves, one for each value of an axis: medians over trials with quartiles. */
final class FamilyFigure {
    private static final double MARGIN_ACROSS = 1.3;

    /** The whole width of the places at one value of the first axis, so that bars do not cover each other. */
    private static final double SPREAD = 0.24;

    private static final Color[] COLORS = {
        new Color(0x1b6ca8),
        new Color(0xc8553d),
        new Color(0x5b8c5a),
        new Color(0x8e5ea2),
        new Color(0xb8860b),
        new Color(0x3d9a9a),
        new Color(0x7a4b2b),
        new Color(0x444444)
    };

    private static final float[] DASHES = {5, 4};

    /** A method: its name, its loss, where its marker is left open, and whether its lines are broken. */
    private record Method(String name, ToDoubleFunction<Cell> loss, Predicate<Cell> open, boolean broken) {}

    private final SweepConfig config;
    private final List<Cell> cells;
    private final boolean ratio;
    private final YIntervalSeriesCollection series = new YIntervalSeriesCollection();
    private final List<Set<Integer>> open = new ArrayList<>();
    private final List<Double> shown = new ArrayList<>();

    private FamilyFigure(SweepConfig config, List<Cell> cells) {
        this.config = config;
        this.cells = cells;
        ratio = config.grid().figure() == FigureKind.RATIO;
    }

    static JFreeChart of(SweepConfig config, List<Cell> cells) {
        return new FamilyFigure(config, cells).chart();
    }

    private JFreeChart chart() {
        List<Method> methods = new ArrayList<>();
        methods.add(new Method(
                config.descent().none() ? "" : "guess and check, ", Cell::posteriorMean, Cell::doubtful, false));
        if (!config.descent().none()) {
            methods.add(new Method("gradient descent, ", Cell::descentLoss, Cell::unfitted, true));
        }
        Axis family = ratio ? config.axes().getFirst() : config.axes().getLast();
        for (Method method : methods) {
            for (double value : family.values()) {
                curve(method, family, value);
            }
        }
        BaselineCurves varying =
                BaselineCurves.of(ratio ? List.of() : cells, config.axis().values());
        varying.show(shown);
        BaselineLines baselines = BaselineLines.of(cells);
        baselines.show(shown);
        ValueAxis losses = Figure.losses(config, shown);
        int curves = series.getSeriesCount();
        varying.addTo(series, open, losses);
        XYErrorRenderer renderer = renderer(methods, family.values().size());
        varying.paint(renderer, curves);
        return Figure.chart(config, cells, new XYPlot(series, across(), losses, renderer), baselines);
    }

    private void curve(Method method, Axis family, double value) {
        YIntervalSeries curve =
                new YIntervalSeries(method.name() + family.field().label() + " " + Numeral.text(value));
        Set<Integer> hollow = new HashSet<>();
        for (Point place : config.grid().points()) {
            if ((ratio ? place.first() : place.last()) == value) {
                add(curve, method, place, hollow);
            }
        }
        series.addSeries(curve);
        open.add(hollow);
    }

    private void add(YIntervalSeries curve, Method method, Point place, Set<Integer> hollow) {
        List<Cell> here =
                cells.stream().filter(cell -> cell.id().value().equals(place)).toList();
        Quartiles.of(here.stream().mapToDouble(method.loss()).toArray()).ifPresent(q -> {
            if (here.stream().anyMatch(method.open())) {
                hollow.add(curve.getItemCount());
            }
            double lower = Axes.bounded(q.lower());
            double upper = Axes.bounded(q.upper());
            curve.add(x(place), Axes.bounded(q.median()), lower, upper);
            shown.addAll(List.of(lower, upper));
        });
    }

    private double x(Point place) {
        if (ratio) {
            return place.last() / place.first();
        }
        List<Double> others = config.axes().getLast().values();
        double shift = others.size() == 1 ? 0 : SPREAD * (others.indexOf(place.last()) / (others.size() - 1.0) - 0.5);
        return config.axis().values().indexOf(place.first()) + shift;
    }

    private ValueAxis across() {
        if (!ratio) {
            return Figure.sizes(config);
        }
        String label = config.axes().getLast().field().label() + " / "
                + config.axis().field().label();
        return Axes.logarithmic(
                label, MARGIN_ACROSS, config.grid().points().stream().mapToDouble(this::x));
    }

    private XYErrorRenderer renderer(List<Method> methods, int family) {
        XYErrorRenderer renderer = Figure.renderer(open);
        for (int i = 0; i < methods.size() * family; i++) {
            Color color = COLORS[i % family % COLORS.length];
            renderer.setSeriesPaint(i, color);
            renderer.setSeriesFillPaint(i, color);
            renderer.setSeriesStroke(
                    i,
                    methods.get(i / family).broken()
                            ? new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0)
                            : new BasicStroke(1.6f));
        }
        return renderer;
    }
}
