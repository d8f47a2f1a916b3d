package org.guesscheck.gnc.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.gnc.config.Axis;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.figure.HeatMap;
import org.guesscheck.gnc.figure.HeatMaps;
import org.guesscheck.gnc.figure.Shades;
import org.guesscheck.gnc.figure.ShortNumber;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.text.PlainText;

/** The figure of a sweep of two axes: maps of medians over the trials. */
final class MapsFigure {
    /** Above this ratio between the ends of the range, equal steps of colour are equal ratios. */
    private static final double LOGARITHMIC_FROM = 10;

    /** A range below this share of its numbers is that of sampling, and has no full range of colours. */
    private static final double LEAST_RANGE = 0.3;

    /** The factor on either side of 1 that has all colours at least. */
    private static final double LEAST_FACTOR = 2;

    /** What a map shows: a number of each cell, and which cells are marked. */
    private record Shown(String title, ToDoubleFunction<Cell> number, Predicate<Cell> marked, Scale scale) {}

    /** How numbers become colours. */
    private enum Scale {
        /** From the smallest to the largest. */
        RANGE,

        /** On both sides of 1, by their logarithm. */
        AROUND_ONE
    }

    private final SweepConfig config;
    private final Map<Point, List<Cell>> cells;

    private MapsFigure(SweepConfig config, List<Cell> cells) {
        this.config = config;
        this.cells =
                cells.stream().collect(Collectors.groupingBy(cell -> cell.id().value()));
    }

    static HeatMaps of(SweepConfig config, List<Cell> cells) {
        MapsFigure figure = new MapsFigure(config, cells);
        List<HeatMap> maps = figure.shown().stream().map(figure::map).toList();
        List<String> lines = new ArrayList<>();
        lines.add(QuestionLine.of(config));
        lines.addAll(QuestionLine.companions(config));
        lines.add(
                config.trials().count() == 1
                        ? "1 trial"
                        : "medians of " + config.trials().count() + " trials");
        lines.addAll(remarks(config, cells));
        return new HeatMaps(PlainText.of(config.title()), lines, maps);
    }

    private List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        shown.add(
                new Shown("generalization loss of guess and check", Cell::posteriorMean, Cell::doubtful, Scale.RANGE));
        shown.add(new Shown(
                "over the prior's", cell -> cell.posteriorMean() / cell.priorMean(), Cell::doubtful, Scale.AROUND_ONE));
        if (!config.descent().none()) {
            shown.add(new Shown(
                    "over gradient descent's",
                    cell -> cell.posteriorMean() / cell.descentLoss(),
                    cell -> cell.doubtful() || cell.unfitted(),
                    Scale.AROUND_ONE));
        }
        shown.add(new Shown("log10 of the acceptance probability", MapsFigure::logarithm, Cell::doubtful, Scale.RANGE));
        return shown;
    }

    private static double logarithm(Cell cell) {
        return Math.log10(cell.estimate().map(ThresholdEstimate::probability).orElse(Double.NaN));
    }

    private static List<String> remarks(SweepConfig config, List<Cell> cells) {
        List<String> remarks = new ArrayList<>();
        if (cells.stream().anyMatch(Cell::doubtful)) {
            remarks.add("orange corner: an estimate of some trial failed its checks and is not to be trusted");
        }
        remarks.addAll(DescentRemarks.of(config, cells, "orange corner where gradient descent is divided by"));
        long failed = cells.stream().filter(Cell::failed).count();
        if (failed > 0) {
            remarks.add(failed + (failed == 1 ? " trial" : " trials") + " of a cell failed and left something out");
        }
        return remarks;
    }

    private HeatMap map(Shown shown) {
        List<Double> across = config.axes().getFirst().values();
        List<Double> up = config.axes().getLast().values();
        double[] finite = config.grid().points().stream()
                .mapToDouble(place -> median(shown, place))
                .filter(Double::isFinite)
                .toArray();
        DoubleFunction<Double> shares = shown.scale() == Scale.AROUND_ONE ? aroundOne(finite) : range(finite);
        List<List<HeatMap.Cell>> rows = up.stream()
                .map(b -> across.stream()
                        .map(a -> cell(shown, Point.of(a, b), shares))
                        .toList())
                .toList();
        Shades shades = shown.scale() == Scale.AROUND_ONE ? Shades.AROUND_THE_MIDDLE : Shades.RISING;
        return new HeatMap(
                shown.title(),
                labels(config.axes().getFirst()),
                labels(config.axes().getLast()),
                shades,
                rows);
    }

    private HeatMap.Cell cell(Shown shown, Point place, DoubleFunction<Double> shares) {
        double median = median(shown, place);
        boolean marked = cells.getOrDefault(place, List.of()).stream().anyMatch(shown.marked());
        return Double.isFinite(median)
                ? new HeatMap.Cell(ShortNumber.text(median), shares.apply(median), marked)
                : new HeatMap.Cell("-", Double.NaN, marked);
    }

    private double median(Shown shown, Point place) {
        return Quartiles.of(cells.getOrDefault(place, List.of()).stream()
                        .mapToDouble(shown.number())
                        .toArray())
                .map(Quartiles::median)
                .orElse(Double.NaN);
    }

    private static DoubleFunction<Double> range(double... finite) {
        double least = Arrays.stream(finite).min().orElse(0);
        double most = Arrays.stream(finite).max().orElse(1);
        double widened = Math.max(0, LEAST_RANGE * Math.max(Math.abs(least), Math.abs(most)) - (most - least)) / 2;
        double low = least - widened;
        double high = most + widened;
        if (low > 0 && high / low > LOGARITHMIC_FROM) {
            return value -> share(Math.log(value), Math.log(low), Math.log(high));
        }
        return value -> share(value, low, high);
    }

    private static DoubleFunction<Double> aroundOne(double... finite) {
        double largest = Arrays.stream(finite)
                .filter(value -> value > 0)
                .map(value -> Math.abs(Math.log(value)))
                .max()
                .orElse(0);
        double most = Math.max(largest, Math.log(LEAST_FACTOR));
        return value -> value > 0 ? share(Math.log(value), -most, most) : 0;
    }

    private static double share(double value, double low, double high) {
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    private static HeatMap.Labels labels(Axis axis) {
        return new HeatMap.Labels(
                axis.field().label(), axis.values().stream().map(Numeral::text).toList());
    }
}
