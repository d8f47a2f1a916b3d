package org.guesscheck.gnc.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.posterior.AcceptedNetworks;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.gnc.learn.SetsSummary.Row;
import org.guesscheck.gnc.learn.SetsSummary.Value;
import org.junit.jupiter.api.Test;

/** Means over training sets, beside numbers that were computed by hand. */
class SetsSummaryTest {
    private static final double EXACT = 1e-12;

    /** The 97.5% quantile of Student's distribution with 1 degree of freedom, tan(0.475 pi). */
    private static final double STUDENT_1 = Math.tan(0.475 * Math.PI);

    /** A curve of probabilities, whose intervals go from half to twice of each, and of an accuracy at the last point. */
    static LearnedSet curve(double accuracy, double deviation, double... probabilities) {
        List<LearningPoint> points = new ArrayList<>();
        for (int n = 1; n <= probabilities.length; n++) {
            double p = probabilities[n - 1];
            Optional<TestAccuracy> tested = n < probabilities.length
                    ? Optional.empty()
                    : Optional.of(new TestAccuracy(
                            accuracy,
                            0.01,
                            new Interval(accuracy - 0.02, accuracy + 0.02),
                            deviation,
                            new TreeMap<>(),
                            10));
            points.add(new LearningPoint(n, 10, p, new Interval(p / 2, 2 * p), tested));
        }
        return new LearnedSet(
                new LearningCurve(
                        new Origin("rejection", 1, 100, "digest"),
                        new Execution("scalar", 1, 1),
                        Optional.empty(),
                        points,
                        new Diagnostics.Builder().build(),
                        AcceptedNetworks.NONE),
                Optional.empty());
    }

    /** The same curve with a prior of an accuracy. */
    static LearnedSet withPrior(double accuracy, LearnedSet of) {
        LearningCurve curve = of.curve();
        LearningPoint prior = LearningPoint.ofPrior(100, new float[] {(float) accuracy, (float) accuracy});
        return new LearnedSet(
                new LearningCurve(
                        curve.origin(),
                        curve.execution(),
                        Optional.of(prior),
                        curve.points(),
                        curve.diagnostics(),
                        curve.networks()),
                Optional.empty());
    }

    private static void requireValue(double value, double low, double high, Value of) {
        assertEquals(value, of.value(), EXACT);
        assertEquals(low, of.interval().low(), EXACT);
        assertEquals(high, of.interval().high(), EXACT);
    }

    @Test
    void oneSetHasItsOwnIntervals() {
        List<Row> rows = SetsSummary.of(List.of(curve(0.75, 0.1, 0.5, 0.125)));
        assertEquals(2, rows.size());
        requireValue(-1, -2, 0, rows.get(0).logProbability());
        requireValue(-3, -4, -2, rows.get(1).logProbability());
        requireValue(0.75, 0.73, 0.77, rows.get(1).accuracy().orElseThrow());
        assertEquals(0.1, rows.get(1).deviation());
        assertEquals(0.25, rows.get(0).nextRight().orElseThrow().value(), EXACT);
        assertFalse(rows.get(0).nextRight().orElseThrow().interval().known());
        assertTrue(rows.get(0).accuracy().isEmpty());
        assertTrue(Double.isNaN(rows.get(0).deviation()));
        assertTrue(rows.get(1).nextRight().isEmpty());
    }

    /** Logarithms -2 and -4 have the mean -3 and the standard error 1; accuracies 0.7 and 0.72 the mean 0.71 and the error 0.01. */
    @Test
    void severalSetsHaveIntervalsOfTheirMean() {
        List<Row> rows = SetsSummary.of(List.of(curve(0.70, 0.1, 0.5, 0.25), curve(0.72, 0.3, 0.5, 0.0625)));
        Row last = rows.get(1);
        // No probability is above 1.
        requireValue(-3, -3 - STUDENT_1, 0, last.logProbability());
        requireValue(
                0.71,
                0.71 - 0.01 * STUDENT_1,
                0.71 + 0.01 * STUDENT_1,
                last.accuracy().orElseThrow());
        assertEquals(0.2, last.deviation(), EXACT);
        // The next sample is right with 1/2 and 1/8, whose mean is 5/16 and whose interval would leave 0 to 1.
        requireValue(0.3125, 0, 1, rows.get(0).nextRight().orElseThrow());
    }

    /** Before the first sample every network is right about all of none, and p(1) is the probability that it is right about the first. */
    @Test
    void thePriorHasARowBeforeAllSamples() {
        List<Row> rows = SetsSummary.of(
                List.of(withPrior(0.25, curve(0.5, 0, 0.5, 0.25)), withPrior(0.75, curve(0.5, 0, 0.25, 0.125))));
        assertEquals(List.of(0, 1, 2), rows.stream().map(Row::samples).toList());
        assertEquals(new Value(0, new Interval(0, 0)), rows.get(0).logProbability());
        assertEquals(0.5, rows.get(0).accuracy().orElseThrow().value(), EXACT);
        assertEquals(0.375, rows.get(0).nextRight().orElseThrow().value(), EXACT);
        assertEquals(-1.5, rows.get(1).logProbability().value(), EXACT);
        assertEquals(-2.5, rows.get(2).logProbability().value(), EXACT);
        assertTrue(rows.get(0).descent().isEmpty());
    }

    /** About 4 samples are 3, 4 and 5: ratios 1/2, 1/2 and 1/4. The last of 6 has 5 before it alone. */
    @Test
    void nextSamplesOfNearNumbersCountTogether() {
        List<Row> rows = SetsSummary.of(List.of(curve(0.5, 0, 0.9, 0.8, 0.4, 0.2, 0.1, 0.025)));
        assertEquals(1.25 / 3, rows.get(3).nextRight().orElseThrow().value(), EXACT);
        assertEquals(0.8 / 0.9, rows.get(0).nextRight().orElseThrow().value(), EXACT);
        assertEquals(0.25, rows.get(5).nextRight().orElseThrow().value(), EXACT);
    }

    @Test
    void aSetWithoutNetworksLeavesTheMeanUnknown() {
        List<Row> rows = SetsSummary.of(List.of(curve(0.5, 0, 0.5, 0), curve(0.5, 0, 0.5, 0.25)));
        assertTrue(Double.isNaN(rows.get(1).logProbability().value()));
        assertFalse(rows.get(1).logProbability().interval().known());
        assertEquals(-1, rows.get(0).logProbability().value(), EXACT);
        Row alone = SetsSummary.of(List.of(curve(0.5, 0, 0.5, 0))).get(1);
        assertEquals(Double.NEGATIVE_INFINITY, alone.logProbability().value());
    }
}
