package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.figure.Axes;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.junit.jupiter.api.Test;

class BaselineLinesTest {
    private static List<Cell> cells(double zero, Function<CellId, BaselineLosses> losses) {
        return CellId.all(Presets.all().get("quick")).stream()
                .map(id -> new Cell(id, zero, losses.apply(id), Optional.empty(), Optional.empty(), List.of()))
                .toList();
    }

    private static XYPlot drawn(BaselineLines lines, ValueAxis axis) {
        XYPlot plot = new XYPlot();
        plot.setRangeAxis(axis);
        lines.draw(plot);
        return plot;
    }

    private static List<Marker> markers(XYPlot plot) {
        Collection<?> found = plot.getRangeMarkers(Layer.FOREGROUND);
        return found == null
                ? List.of()
                : found.stream().map(Marker.class::cast).toList();
    }

    private static List<String> labels(XYPlot plot) {
        return markers(plot).stream().map(Marker::getLabel).toList();
    }

    @Test
    void linesAtOnePlaceAreOneLineWithBothNames() {
        BaselineLines lines = BaselineLines.of(cells(0.04, id -> new BaselineLosses(0.04 * (1 + 1e-12), 0.01, 0.2)));
        List<Double> shown = new ArrayList<>(List.of(0.1, 0.02));
        lines.show(shown);
        assertEquals(List.of(0.1, 0.02, 0.04, 0.2), shown, "one above the curves is to be seen, one below them is not");
        XYPlot plot = drawn(lines, Axes.linear("loss", true, shown.stream().mapToDouble(v -> v)));
        assertEquals(
                List.of("least nuclear norm", "zero matrix, least Frobenius norm", "infinite width"), labels(plot));
        assertEquals(List.of(), lines.remarks(plot.getRangeAxis()));
    }

    @Test
    void aLineBeyondTheAxisIsToldOf() {
        BaselineLines lines = BaselineLines.of(cells(0.04, id -> new BaselineLosses(0.02, 1e-17, 5)));
        List<Double> shown = new ArrayList<>(List.of(0.1, 0.001));
        lines.show(shown);
        assertEquals(List.of(0.1, 0.001, 0.04), shown);
        XYPlot plot = drawn(lines, Axes.logarithmic("loss", 1.8, shown.stream().mapToDouble(v -> v)));
        assertEquals(List.of("least Frobenius norm", "zero matrix"), labels(plot));
        assertEquals(
                List.of("least nuclear norm: 1.0e-17, below the axis", "infinite width: 5.0, above the axis"),
                lines.remarks(plot.getRangeAxis()));
    }

    @Test
    void labelsOfCloseLinesAreApart() {
        XYPlot plot = drawn(
                BaselineLines.of(cells(0.0400, id -> new BaselineLosses(0.0405, 0.0410, 0.09))),
                Axes.linear("loss", true, DoubleStream.of(0.1)));
        List<Marker> markers = markers(plot);
        assertEquals(4, markers.size());
        assertNotEquals(markers.get(0).getLabelAnchor(), markers.get(1).getLabelAnchor());
        assertNotEquals(markers.get(1).getLabelAnchor(), markers.get(2).getLabelAnchor());
        assertNotEquals(markers.get(0).getLabelAnchor(), markers.get(2).getLabelAnchor());
        assertEquals(markers.get(0).getLabelAnchor(), markers.get(3).getLabelAnchor(), "there is room");
    }

    @Test
    void aBaselineThatVariesAlongTheAxisIsNoLine() {
        List<Cell> all = cells(0.04, id -> new BaselineLosses(0.03, Double.NaN, id.hashCode()));
        assertTrue(BaselineKind.INFINITE_WIDTH.varies(all));
        assertFalse(BaselineKind.ZERO_MATRIX.varies(all));
        assertFalse(BaselineKind.LEAST_NUCLEAR_NORM.varies(all), "nothing is known");
        List<Cell> byTrial = cells(0.04, id -> new BaselineLosses(0.01 * id.trial(), Double.NaN, Double.NaN));
        assertFalse(BaselineKind.LEAST_FROBENIUS_NORM.varies(byTrial), "trials have problems of their own");
        ValueAxis axis = Axes.linear("loss", true, DoubleStream.of(0.1));
        assertEquals(List.of("least Frobenius norm", "zero matrix"), labels(drawn(BaselineLines.of(all), axis)));
    }
}
