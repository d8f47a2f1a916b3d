package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Erfc;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.junit.jupiter.api.Test;

/**
 * How often intervals of splitting hold numbers that are known. If 95% of all intervals did, a share of 500 would be outside of 92 to
 * 98% with probability 0.002.
 */
class LearningCoverageTest {
    private static final int RUNS = 500;

    private static LearningSplitting sampler(LearningProblem problem, long seed) {
        return LearningSplitting.of(problem, Perceptron.relu(1))
                .particles(128)
                .sweeps(3)
                .threads(1)
                .seed(seed);
    }

    private static boolean holds(Interval interval, double value) {
        return interval.low() <= value && value <= interval.high();
    }

    private static void requireCoverage(String name, long holding) {
        assertTrue(holding >= 0.92 * RUNS && holding <= 0.98 * RUNS, () -> name + ": " + holding + " of " + RUNS);
    }

    /**
     * Outputs with correlations of one half: n + 1 equally likely orders of n outputs and 0 leave p(n) = 1 / (n + 1), and the next one
     * is right with probability (n + 1) / (n + 2), Laplace's rule of succession.
     */
    @Test
    void intervalsHoldLaplacesRule() {
        int samples = 8;
        // Inputs e_0 + e_i: their products are 1, and their squares 2.
        int features = samples + 2;
        float[] values = new float[(samples + 1) * features];
        for (int r = 0; r <= samples; r++) {
            values[r * features] = 1;
            values[r * features + r + 1] = 1;
        }
        int[] labels = new int[samples + 1];
        java.util.Arrays.fill(labels, 1);
        Samples all = Samples.of(features, values, labels);
        LearningProblem problem = LearningProblem.of(
                all.select(IntStream.range(0, samples).toArray()), all.select(new int[] {samples}), 2);
        long probabilities = 0;
        long accuracies = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            LearningPoint last = sampler(problem, seed).run().points().getLast();
            probabilities += holds(last.probabilityInterval(), 1.0 / (samples + 1)) ? 1 : 0;
            accuracies += holds(last.accuracy().orElseThrow().interval(), (samples + 1.0) / (samples + 2)) ? 1 : 0;
        }
        requireCoverage("p", probabilities);
        requireCoverage("accuracy", accuracies);
    }

    /** Independent outputs that all have to exceed a margin: p(12) is 1.8e-7. */
    @Test
    void intervalsHoldARareProduct() {
        int samples = 12;
        float[] values = new float[samples * samples];
        for (int r = 0; r < samples; r++) {
            values[r * samples + r] = (float) Math.sqrt(samples);
        }
        int[] labels = IntStream.range(0, samples).map(r -> r % 2).toArray();
        Samples all = Samples.of(samples, values, labels);
        double margin = 0.6;
        LearningProblem problem = LearningProblem.of(all, all, 2).fitting(Fit.margin(margin));
        double exact = Math.pow(Erfc.value(margin / Math.sqrt(2)) / 2, samples);
        long holding = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            LearningCurve curve = sampler(problem, seed).testedAt(new int[0]).run();
            holding += holds(curve.points().getLast().probabilityInterval(), exact) ? 1 : 0;
        }
        requireCoverage("p", holding);
    }
}
