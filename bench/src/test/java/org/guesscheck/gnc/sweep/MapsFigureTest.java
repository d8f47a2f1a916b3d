package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentExecution;
import org.guesscheck.core.descent.LossPoint;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.figure.HeatMap;
import org.guesscheck.gnc.figure.HeatMaps;
import org.guesscheck.gnc.json.Json;
import org.junit.jupiter.api.Test;

class MapsFigureTest {
    private static SweepConfig config() {
        var node = ConfigJson.write(Presets.all().get("measurements"));
        node.put("trials", 2).put("figure", "maps");
        node.set("axes", Json.parse("""
            {"axes": [{"name": "measurements", "values": [3, 4, 5]}, {"name": "width", "values": [7, 8]}]}
            """, "test").get("axes"));
        return ConfigJson.read(node, "test");
    }

    private static Cell cell(int trial, double first, double second, double loss, boolean doubtful, boolean converged) {
        Diagnostics.Builder diagnostics = new Diagnostics.Builder();
        if (doubtful) {
            diagnostics.doubt("few");
        }
        Posterior posterior = new Posterior(
                new Origin("splitting", 1, 1000, ""),
                new Execution("scalar", 1, 1),
                new PriorMean(0.4, 0, 100),
                List.of(new ThresholdEstimate(
                        0.02,
                        50,
                        1e-7,
                        new Interval(1e-8, 1e-6),
                        Optional.of(new GeneralizationLoss(loss, 0, new Interval(loss, loss), new TreeMap<>())))),
                List.of(),
                diagnostics.build());
        Descent descent = new Descent(
                new LossPoint(1, 1, 0.01),
                converged,
                new DescentExecution(Descent.FIXED_ORDER, 1, 0),
                "",
                List.of(),
                new float[0]);
        return new Cell(new CellId(trial, Point.of(first, second)), 0.3, posterior, descent);
    }

    @Test
    void numbersAreMediansOverTheTrialsAtTheirPlaces() {
        HeatMaps figure = MapsFigure.of(
                config(),
                List.of(
                        cell(0, 3, 7, 0.1, false, true),
                        cell(1, 3, 7, 0.2, false, true),
                        cell(0, 5, 8, 0.8, true, true),
                        cell(0, 4, 8, 0.4, false, false)));
        assertEquals(4, figure.maps().size());
        HeatMap loss = figure.maps().get(0);
        assertEquals("0.150", loss.cells().get(0).get(0).text(), "width 7, 3 measurements");
        assertEquals("0.800", loss.cells().get(1).get(2).text(), "width 8, 5 measurements");
        assertEquals("-", loss.cells().get(0).get(1).text(), "not finished");
        assertTrue(Double.isNaN(loss.cells().get(0).get(1).share()));
        assertEquals(0, loss.cells().get(0).get(0).share(), 1e-12, "the smallest");
        assertEquals(1, loss.cells().get(1).get(2).share(), 1e-12, "the largest");
        HeatMap prior = figure.maps().get(1);
        assertEquals("0.375", prior.cells().get(0).get(0).text(), "0.1 and 0.2 over 0.4");
        assertEquals("2.00", prior.cells().get(1).get(2).text());
        assertEquals(0.5, prior.cells().get(1).get(1).share(), 1e-12, "the prior's is in the middle");
        assertEquals("80.0", figure.maps().get(2).cells().get(1).get(2).text(), "over gradient descent's");
        assertEquals("-7.00", figure.maps().get(3).cells().get(0).get(0).text());
        // Marks: estimates everywhere, gradient descent only where it is divided by.
        assertTrue(loss.cells().get(1).get(2).marked());
        assertFalse(loss.cells().get(1).get(1).marked());
        assertTrue(figure.maps().get(2).cells().get(1).get(1).marked());
        assertEquals(4, figure.lines().size(), figure.lines().toString());
    }

    @Test
    void withoutGradientDescentItsMapIsLeftOut() {
        var node = ConfigJson.write(config());
        node.remove(List.of("learningRates", "epochs", "initScales", "momentum"));
        node.put("descent", "none");
        HeatMaps figure = MapsFigure.of(ConfigJson.read(node, "test"), List.of(cell(0, 3, 7, 0.1, false, true)));
        assertEquals(3, figure.maps().size());
    }
}
