package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.figure.Axes;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.junit.jupiter.api.Test;

class BaselineCurvesTest {
    private static final SweepConfig SWEEP = Presets.all().get("measurements");

    private static BaselineCurves curves(Function<CellId, BaselineLosses> losses) {
        List<Cell> cells = CellId.all(SWEEP).stream()
                .map(id -> new Cell(
                        id, 1 / id.value().first(), losses.apply(id), Optional.empty(), Optional.empty(), List.of()))
                .toList();
        return BaselineCurves.of(cells, SWEEP.axis().values());
    }

    private static YIntervalSeriesCollection drawn(BaselineCurves curves, ValueAxis axis) {
        YIntervalSeriesCollection series = new YIntervalSeriesCollection();
        List<Set<Integer>> open = new ArrayList<>();
        curves.addTo(series, open, axis);
        assertEquals(series.getSeriesCount(), open.size());
        return series;
    }

    private static List<String> names(YIntervalSeriesCollection series) {
        return IntStream.range(0, series.getSeriesCount())
                .mapToObj(i -> series.getSeriesKey(i).toString())
                .toList();
    }

    @Test
    void curvesThatAreTheSameAreOneWithBothNames() {
        BaselineCurves curves = curves(id -> new BaselineLosses(
                (1 + 1e-12) / id.value().first(), 0.01 / id.value().first(), 0.2));
        YIntervalSeriesCollection series = drawn(curves, Axes.logarithmic("loss", 1.8, DoubleStream.of(1e-3, 1)));
        assertEquals(List.of("zero matrix, least Frobenius norm", "least nuclear norm"), names(series));
        assertEquals(SWEEP.axis().values().size(), series.getItemCount(0));
        assertEquals(0.01 / SWEEP.axis().values().get(2), series.getYValue(1, 2), 1e-15);
    }

    @Test
    void aBaselineOfBothAxesIsNoCurveOfTheFirst() {
        BaselineCurves curves = curves(
                id -> new BaselineLosses(Double.NaN, Double.NaN, id.value().last()));
        assertEquals(List.of("zero matrix"), names(drawn(curves, Axes.linear("loss", true, DoubleStream.of(1)))));
    }

    @Test
    void theAxisReachesLossesAboveTheSmallestOfNetworks() {
        BaselineCurves curves =
                curves(id -> new BaselineLosses(Double.NaN, id.value().first() < 10 ? 0.05 : 1e-14, Double.NaN));
        List<Double> shown = new ArrayList<>(List.of(0.1, 0.01));
        curves.show(shown);
        assertEquals(0.01, shown.stream().mapToDouble(v -> v).min().orElseThrow());
        assertEquals(2 + 10 + 3, shown.size(), "all of the zero matrix, three of the least nuclear norm");
    }

    @Test
    void aLossOfZeroHasNoPlaceOnALogarithmicAxis() {
        Function<CellId, BaselineLosses> losses =
                id -> new BaselineLosses(Double.NaN, id.value().first() < 10 ? 0.05 : 0, Double.NaN);
        ValueAxis logarithmic = Axes.logarithmic("loss", 1.8, DoubleStream.of(1e-3, 1));
        assertEquals(3, drawn(curves(losses), logarithmic).getItemCount(1));
        assertEquals(
                10,
                drawn(curves(losses), Axes.linear("loss", true, DoubleStream.of(1)))
                        .getItemCount(1));
    }
}
