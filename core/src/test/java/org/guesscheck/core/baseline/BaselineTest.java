package org.guesscheck.core.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static Problem observed(int rows, int cols, int[] positions, double... targets) {
        int entries = rows * cols;
        int[] others = java.util.stream.IntStream.range(0, entries)
                .filter(e -> Arrays.stream(positions).noneMatch(p -> p == e))
                .toArray();
        return Problem.of(
                rows,
                cols,
                Measurements.entries(entries, positions, targets),
                Measurements.entries(entries, others, new double[others.length]));
    }

    /**
     * A 2 x 2 matrix has the squared nuclear norm |X|^2 + 2 |det X|. With entries a, b, c observed, that is the least where the
     * fourth is bc / a, or a in size where bc / a is larger.
     */
    @Test
    void theUnseenEntryOfATwoByTwoMatrix() {
        double[][] seen = {{1, 0.5, -0.7}, {0.3, 1.2, 0.9}, {-0.8, 0.4, 0.4}, {0.2, -1, 0.5}, {1, 0, 0.6}};
        for (double[] abc : seen) {
            Problem problem = observed(2, 2, new int[] {0, 1, 2}, abc);
            double determined = abc[1] * abc[2] / abc[0];
            double expected = Math.copySign(Math.min(Math.abs(determined), Math.abs(abc[0])), determined);
            Baseline least = Baseline.leastNuclearNorm(problem);
            assertTrue(least.gap() <= 1e-7, Arrays.toString(abc) + ": " + least);
            // The norm is flat at its least, to second order where the entry is not at a kink.
            assertEquals(expected, least.matrix()[3], 1e-3, Arrays.toString(abc));
            assertEquals(abc[1], least.matrix()[1], 1e-12);
        }
    }

    /** Of all X with inner product y with A, the least is y u v^T / s for the largest singular value s of A: norm |y| / s. */
    @Test
    void oneMeasurementOfKnownSpectrum() {
        double[] diagonal = {3, 0, 0, 0, 2, 0};
        Problem problem = Problem.of(
                2,
                3,
                Measurements.of(new double[][] {diagonal}, new double[] {1.5}),
                Measurements.entries(6, new int[] {4}, new double[] {0}));
        Baseline nuclear = Baseline.leastNuclearNorm(problem);
        assertEquals(0.5, nuclear.norm(), 1e-6);
        assertEquals(0.5, nuclear.matrix()[0], 1e-3);
        Baseline frobenius = Baseline.leastFrobeniusNorm(problem);
        assertEquals(1.5 / Math.sqrt(13), frobenius.norm(), 1e-12);
        assertEquals(3 * 1.5 / 13, frobenius.matrix()[0], 1e-12);
    }

    /** Enough measurements of a matrix of rank 1 determine it (Recht, Fazel and Parrilo 2010): 5 x 5 from 22, 22 dimensions of 25. */
    @Test
    void manyMeasurementsRecoverTheGroundTruth() {
        Problem problem = Problem.sensing(5, 5, 1, 22, 7);
        Baseline least = Baseline.leastNuclearNorm(problem);
        assertEquals(0, problem.trainLoss(least.matrix()), 1e-20);
        assertEquals(0, least.generalizationLoss(), 1e-6);
        assertEquals(1, least.norm(), 1e-5, "the nuclear norm of a matrix of rank 1 and Frobenius norm 1");
        assertTrue(Baseline.leastFrobeniusNorm(problem).generalizationLoss() > 1e-3);
    }

    /** No fitting matrix has a smaller norm than the least, by more than the gap says. */
    @Test
    void otherFittingMatricesAreLarger() {
        Problem problem = Problem.sensing(4, 6, 2, 12, 3);
        Baseline nuclear = Baseline.leastNuclearNorm(problem);
        Baseline frobenius = Baseline.leastFrobeniusNorm(problem);
        assertTrue(nuclear.gap() <= 1e-7);
        RandomGenerator random = new SplittableRandom(5);
        for (int i = 0; i < 100; i++) {
            double[] other = nuclear.matrix().clone();
            double size = Math.pow(10, -1 - i % 4);
            for (int t = 0; t < problem.test().count(); t++) {
                FittingMatrices.add(
                        other, size * random.nextGaussian(), problem.test().matrix(t));
            }
            assertEquals(0, problem.trainLoss(other), 1e-20);
            double norm = SingularValues.of(4, 6, other).nuclearNorm();
            assertTrue(norm >= nuclear.norm() * (1 - 1e-7));
            assertTrue(FittingMatrices.dot(other, other) >= frobenius.norm() * frobenius.norm() - 1e-12);
        }
    }

    @Test
    void dataThatContradictThemselvesAreFittedBest() {
        int[] twice = {0, 0, 1, 2};
        Problem problem = Problem.of(
                2,
                2,
                Measurements.entries(4, twice, new double[] {1, 3, 0.5, 0.5}),
                Measurements.entries(4, new int[] {3}, new double[] {0}));
        assertEquals(2, Baseline.leastFrobeniusNorm(problem).matrix()[0], 1e-12);
        assertEquals(0.125, Baseline.leastNuclearNorm(problem).matrix()[3], 1e-3);
    }

    @Test
    void targetsOfZeroGiveTheZeroMatrix() {
        Baseline least = Baseline.leastNuclearNorm(observed(2, 2, new int[] {0, 1}, 0, 0));
        assertEquals(0, least.norm());
        assertEquals(0, least.gap());
    }

    /** By plain draws of independent normals; an error of 4 standard errors is expected once in 16,000 runs, and the seed is fixed. */
    @Test
    void infiniteWidthIsTheMeanOverNormalMatricesThatFit() {
        Problem problem = Problem.sensing(2, 2, 1, 2, 1);
        for (boolean normalized : new boolean[] {false, true}) {
            Network network = new Network(8, 3, Activation.TANH, Prior.GAUSSIAN, normalized, 0);
            double expected = Baseline.infiniteWidth(problem, network).orElseThrow();
            RandomGenerator random = new SplittableRandom(2);
            double sum = 0;
            double squares = 0;
            int accepted = 0;
            for (int i = 0; i < 5_000_000; i++) {
                double[] w = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian()
                };
                double scale = normalized ? 1 / Math.sqrt(FittingMatrices.dot(w, w)) : Math.sqrt(0.5);
                for (int e = 0; e < 4; e++) {
                    w[e] *= scale;
                }
                if (problem.trainLoss(w) < 1e-3) {
                    double loss = problem.generalizationLoss(w);
                    sum += loss;
                    squares += loss * loss;
                    accepted++;
                }
            }
            double mean = sum / accepted;
            double error = Math.sqrt((squares / accepted - mean * mean) / accepted);
            assertEquals(expected, mean, 4 * error + 2e-3, "normalized: " + normalized + ", accepted: " + accepted);
            assertTrue(error < 0.01, "the test is weak: error " + error);
        }
    }

    @Test
    void infiniteWidthIsUnknownForOthers() {
        Problem problem = Problem.sensing(3, 3, 1, 4, 1);
        Network leaky = new Network(9, 2, Activation.leakyRelu(0.2f), Prior.GAUSSIAN, false, 0);
        Network uniform = new Network(9, 2, Activation.TANH, Prior.UNIFORM, false, 0);
        assertTrue(Baseline.infiniteWidth(problem, leaky).isEmpty());
        assertTrue(Baseline.infiniteWidth(problem, uniform).isEmpty());
    }

    @Test
    void largeProblemsAreRefused() {
        Problem problem = Problem.completion(40, 40, 1, 100, 1);
        String said = assertThrows(IllegalArgumentException.class, () -> Baseline.leastNuclearNorm(problem))
                .getMessage();
        assertEquals("rows and cols: 40 x 40 entries; at most 1024 are allowed for the least nuclear norm", said);
    }
}
