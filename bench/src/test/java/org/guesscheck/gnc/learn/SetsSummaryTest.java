package org.guesscheck.gnc.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.guesscheck.core.posterior.Origin;
import org.junit.jupiter.api.Test;

/** Means over training sets, with numbers computed by hand. */
class SetsSummaryTest {
    private static LearnedSet set(double accuracy, double... probabilities) {
        List<LearningPoint> points = new ArrayList<>();
        for (int n = 1; n <= probabilities.length; n++) {
            double p = probabilities[n - 1];
            points.add(new LearningPoint(
                    n,
                    10,
                    p,
                    new Interval(p / 2, 2 * p),
                    n == 2
                            ? Optional.of(new TestAccuracy(
                                    accuracy,
                                    0.01,
                                    new Interval(accuracy - 0.02, accuracy + 0.02),
                                    0.1,
                                    new TreeMap<>(Map.of()),
                                    9))
                            : Optional.empty()));
        }
        return new LearnedSet(
                new LearningCurve(
                        new Origin("splitting", 1, 10, "sha256:"),
                        new Execution("scalar", 1, 1),
                        points,
                        Diagnostics.NONE),
                Optional.empty());
    }

    @Test
    void oneSetKeepsItsIntervals() {
        List<SetsSummary.Row> rows = SetsSummary.of(List.of(set(0.8, 0.5, 0.25, 0.125)));
        assertEquals(3, rows.size());
        SetsSummary.Row row = rows.get(1);
        assertEquals(-2, row.logProbability().value(), 1e-12);
        assertEquals(-3, row.logProbability().interval().low(), 1e-12);
        assertEquals(-1, row.logProbability().interval().high(), 1e-12);
        assertEquals(
                new Interval(0.78, 0.8200000000000001),
                row.accuracy().orElseThrow().interval());
        assertEquals(0.5, row.nextRight().orElseThrow().value());
        assertFalse(row.nextRight().orElseThrow().interval().known());
        assertTrue(rows.get(2).nextRight().isEmpty());
        assertTrue(rows.get(0).accuracy().isEmpty());
        assertTrue(row.descent().isEmpty());
    }

    @Test
    void setsAreAveraged() {
        SetsSummary.Row row = SetsSummary.of(List.of(set(0.8, 0.5, 0.25, 0.2), set(0.9, 0.5, 0.0625, 0.025)))
                .get(1);
        // -2 and -4 with standard error 1; Student's t with one degree of freedom is 12.706.
        assertEquals(-3, row.logProbability().value(), 1e-12);
        assertEquals(-3 - 12.706, row.logProbability().interval().low(), 1e-3);
        assertEquals(0.85, row.accuracy().orElseThrow().value(), 1e-12);
        // Shares end at 1.
        assertEquals(1, row.accuracy().orElseThrow().interval().high());
        assertEquals(0.6, row.nextRight().orElseThrow().value(), 1e-12);
        assertEquals(0.1, row.deviation(), 1e-12);
    }

    @Test
    void aSetWithoutAcceptedNetworksLeavesTheMeanUnknown() {
        SetsSummary.Row row =
                SetsSummary.of(List.of(set(0.8, 0.5, 0), set(0.9, 0.5, 0.25))).get(1);
        assertTrue(Double.isNaN(row.logProbability().value()));
        assertFalse(row.logProbability().interval().known());
    }
}
