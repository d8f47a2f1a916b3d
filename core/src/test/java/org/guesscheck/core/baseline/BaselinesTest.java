package org.guesscheck.core.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static Problem observed(int rows, int cols, int[] positions, double... targets) {
        int entries = rows * cols;
        int[] others = IntStream.range(0, entries)
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
            Baseline least = Baselines.of(problem).leastNuclearNorm();
            assertTrue(least.gap() <= Baselines.GAP, Arrays.toString(abc) + ": " + least);
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
        Baseline nuclear = Baselines.of(problem).leastNuclearNorm();
        assertEquals(0.5, nuclear.norm(), 1e-6);
        assertEquals(0.5, nuclear.matrix()[0], 1e-3);
        Baseline frobenius = Baselines.of(problem).leastFrobeniusNorm();
        assertEquals(1.5 / Math.sqrt(13), frobenius.norm(), 1e-12);
        assertEquals(3 * 1.5 / 13, frobenius.matrix()[0], 1e-12);
    }

    /** Enough measurements of a matrix of rank 1 determine it (Recht, Fazel and Parrilo 2010): 5 x 5 from 22, 22 dimensions of 25. */
    @Test
    void manyMeasurementsRecoverTheGroundTruth() {
        Problem problem = Problem.sensing(5, 5, 1, 22, 7);
        Baseline least = Baselines.of(problem).leastNuclearNorm();
        assertEquals(0, problem.trainLoss(least.matrix()), 1e-20);
        assertEquals(0, least.generalizationLoss(), 1e-6);
        assertEquals(1, least.norm(), 1e-5, "the nuclear norm of a matrix of rank 1 and Frobenius norm 1");
        assertTrue(Baselines.of(problem).leastFrobeniusNorm().generalizationLoss() > 1e-3);
    }

    /** No fitting matrix has a smaller norm than the least, by more than the gap says. */
    @Test
    void otherFittingMatricesAreLarger() {
        Problem problem = Problem.sensing(4, 6, 2, 12, 3);
        Baseline nuclear = Baselines.of(problem).leastNuclearNorm();
        Baseline frobenius = Baselines.of(problem).leastFrobeniusNorm();
        assertTrue(nuclear.gap() <= Baselines.GAP);
        RandomGenerator random = new SplittableRandom(5);
        for (int i = 0; i < 100; i++) {
            double[] other = nuclear.matrix().clone();
            double size = Math.pow(10, -1 - i % 4);
            for (int t = 0; t < problem.test().count(); t++) {
                Dense.add(other, size * random.nextGaussian(), problem.test().matrix(t));
            }
            assertEquals(0, problem.trainLoss(other), 1e-20);
            double norm = SingularValues.of(4, 6, other).nuclearNorm();
            assertTrue(norm >= nuclear.norm() * (1 - Baselines.GAP));
            assertTrue(Dense.dot(other, other) >= frobenius.norm() * frobenius.norm() - 1e-12);
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
        assertEquals(2, Baselines.of(problem).leastFrobeniusNorm().matrix()[0], 1e-12);
        assertEquals(0.125, Baselines.of(problem).leastNuclearNorm().matrix()[3], 1e-3);
    }

    @Test
    void targetsOfZeroGiveTheZeroMatrix() {
        Baseline least = Baselines.of(observed(2, 2, new int[] {0, 1}, 0, 0)).leastNuclearNorm();
        assertEquals(0, least.norm());
        assertEquals(0, least.gap());
    }

    /** By plain draws of independent normals; an error of 4 standard errors is expected once in 16,000 runs, and the seed is fixed. */
    @Test
    void infiniteWidthIsTheMeanOverNormalMatricesThatFit() {
        Problem problem = Problem.sensing(2, 2, 1, 2, 1);
        for (boolean normalized : new boolean[] {false, true}) {
            Network network = new Network(8, 3, Activation.TANH, Prior.GAUSSIAN, normalized, 0);
            double expected = Baselines.of(problem).infiniteWidth(network).orElseThrow();
            RandomGenerator random = new SplittableRandom(2);
            double sum = 0;
            double squares = 0;
            int accepted = 0;
            for (int i = 0; i < 5_000_000; i++) {
                double[] w = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian()
                };
                double scale = normalized ? 1 / Math.sqrt(Dense.dot(w, w)) : Math.sqrt(0.5);
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
        Network uniform = new Network(9, 1, Activation.TANH, Prior.UNIFORM, false, 0);
        Network soft = new Network(9, 2, Activation.TANH, Prior.GAUSSIAN, true, 0.1f);
        assertTrue(Baselines.of(problem).infiniteWidth(leaky).isEmpty());
        assertTrue(Baselines.of(problem).infiniteWidth(uniform).isEmpty());
        assertTrue(Baselines.of(problem).infiniteWidth(soft).isEmpty());
    }

    /** Entries have the mean of their squares, var * |B|^2, where nothing is learnt; the uniform prior's factors have variance 1/3. */
    @Test
    void infiniteWidthIsThePriorsMeanWhereTheTestIsOrthogonal() {
        Problem problem = Problem.sensing(4, 5, 2, 9, 3);
        double zero = problem.generalizationLoss(new double[20]);
        Network gaussian = new Network(9, 3, Activation.LINEAR, Prior.GAUSSIAN, false, 0);
        Baselines baselines = Baselines.of(problem);
        assertEquals(0.2 + zero, baselines.infiniteWidth(gaussian).orElseThrow(), 1e-12);
        assertEquals(
                0.2 / 27 + zero,
                baselines.infiniteWidth(gaussian.with(Prior.UNIFORM)).orElseThrow(),
                1e-12);
        double left = 1 - Math.pow(baselines.leastFrobeniusNorm().norm(), 2);
        for (Prior prior : Prior.values()) {
            Network normalized = gaussian.with(prior).normalize();
            assertEquals(left / 11 + zero, baselines.infiniteWidth(normalized).orElseThrow(), 1e-12);
        }
    }

    /** Depth 1 with a Gaussian prior has independent normal entries at every width. */
    @Test
    void depthOneIsItsOwnLimit() {
        Problem problem = observed(2, 3, new int[] {0, 4}, 0.5, -0.25);
        Network network = new Network(7, 1, Activation.LEAKY_RELU, Prior.GAUSSIAN, false, 0);
        assertEquals(1 / 3.0, Baselines.of(problem).infiniteWidth(network).orElseThrow(), 1e-15);
    }

    /** What a test measurement has in common with the training data is known, and only the rest is free. */
    @Test
    void infiniteWidthKnowsTheLearntPartOfATestMeasurement() {
        double[][] seen = {{1, 0, 0, 0}, {1, 1, 0, 0}};
        Problem problem = Problem.of(
                2,
                2,
                Measurements.of(seen, new double[] {0.3, 0.5}),
                Measurements.of(new double[][] {{0, 2, 1, 0}}, new double[] {0.1}));
        double expected = Math.pow(2 * 0.2 - 0.1, 2) + 0.5;
        assertEquals(
                expected,
                Baselines.of(problem).infiniteWidth(Network.linear(5, 2)).orElseThrow(),
                1e-12);
    }

    /** A row or a column alone has its length as nuclear norm, and unseen rows stay zero. */
    @Test
    void aSeenRowIsAllThatIsLeast() {
        double[] row = {3, -4, 12};
        for (double scale : new double[] {1e-6, 1, 1e6}) {
            Baseline least = Baselines.of(observed(
                            3,
                            3,
                            new int[] {3, 4, 5},
                            Arrays.stream(row).map(x -> x * scale).toArray()))
                    .leastNuclearNorm();
            assertEquals(13 * scale, least.norm(), 1e-6 * 13 * scale);
            assertEquals(0, least.matrix()[0], 1e-5 * scale);
            assertEquals(0, least.matrix()[8], 1e-5 * scale);
        }
    }

    /** The diagonal alone: the trace is a lower bound, and every matrix of the form D C D with |C| = 1 on its diagonal has it. */
    @Test
    void theSeenDiagonalOfAPositiveMatrixHasItsTrace() {
        Baseline least = Baselines.of(observed(4, 4, new int[] {0, 5, 10, 15}, 1, 2, 3, 4))
                .leastNuclearNorm();
        assertEquals(10, least.norm(), 1e-5);
        assertTrue(least.gap() <= Baselines.GAP);
    }

    /** All that is known of the gap is true: it holds for measured and observed entries of the same problem, wide or tall. */
    @Test
    void measuredUnitMatricesAreObservedEntries() {
        for (int[] shape : new int[][] {{3, 7}, {7, 3}, {1, 6}, {6, 1}}) {
            int entries = shape[0] * shape[1];
            int[] positions = IntStream.range(0, entries).filter(e -> e % 5 < 3).toArray();
            double[] targets =
                    new SplittableRandom(3).doubles(positions.length, -1, 1).toArray();
            Problem seen = observed(shape[0], shape[1], positions, targets);
            Problem measured = Problem.of(
                    shape[0],
                    shape[1],
                    Measurements.of(seen.train().matrices(), targets),
                    Measurements.of(seen.test().matrices(), seen.test().targets()));
            Baseline a = Baselines.of(seen).leastNuclearNorm();
            Baseline b = Baselines.of(measured).leastNuclearNorm();
            assertTrue(Math.max(a.gap(), b.gap()) <= Baselines.GAP, Arrays.toString(shape));
            assertEquals(a.norm(), b.norm(), Baselines.GAP * a.norm());
            for (Network network :
                    new Network[] {Network.linear(5, 2), Network.linear(5, 2).normalize()}) {
                assertEquals(
                        Baselines.of(seen).infiniteWidth(network),
                        Baselines.of(measured).infiniteWidth(network));
            }
        }
    }

    /** Measurements of very different lengths and nearly equal directions, and one that depends on two others. */
    @Test
    void badlyScaledMeasurementsAreFitted() {
        double[][] matrices = {
            {1e6, 2e6, 0, 1e6}, {1e-6, 2e-6, 1e-9, 1e-6}, {1, 2, 1e-3, 1},
        };
        Problem problem = Problem.of(
                2,
                2,
                Measurements.of(new double[][] {matrices[0], matrices[1]}, new double[] {1e6, 1.5e-6}),
                Measurements.entries(4, new int[] {0}, new double[] {0}));
        double[] found = Baselines.of(problem).leastFrobeniusNorm().matrix();
        assertEquals(1, Dense.dot(matrices[0], found) / 1e6, 1e-12);
        assertEquals(1.5, Dense.dot(matrices[1], found) / 1e-6, 1e-9);
        Problem dependent = Problem.of(
                2,
                2,
                Measurements.of(matrices, new double[] {1e6, 1.5e-6, 1.5}),
                Measurements.entries(4, new int[] {0}, new double[] {0}));
        found = Baselines.of(dependent).leastFrobeniusNorm().matrix();
        assertEquals(1, Dense.dot(matrices[0], found) / 1e6, 1e-9);
        assertEquals(1.5, Dense.dot(matrices[2], found), 1e-6);
    }

    @Test
    void anInterruptedThreadEndsTheWork() {
        Problem problem = Problem.sensing(5, 5, 1, 15, 1);
        Baselines baselines = Baselines.of(problem);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Baselines.of(problem));
            assertThrows(CancellationException.class, baselines::leastNuclearNorm);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void largeProblemsAreRefused() {
        Problem problem = Problem.completion(40, 40, 1, 100, 1);
        Baselines baselines = Baselines.of(problem);
        assertTrue(baselines.leastFrobeniusNorm().norm() > 0);
        assertTrue(baselines.infiniteWidth(Network.linear(5, 2)).isPresent());
        String said = assertThrows(IllegalArgumentException.class, baselines::leastNuclearNorm)
                .getMessage();
        assertEquals("rows and cols: 40 x 40 entries; at most 1024 are allowed for the least nuclear norm", said);
        Problem measured = Problem.of(
                40,
                40,
                Measurements.of(new double[1][1600], new double[] {0}),
                Measurements.entries(1600, new int[] {0}, new double[] {0}));
        said = assertThrows(IllegalArgumentException.class, () -> Baselines.of(measured))
                .getMessage();
        assertEquals(
                "rows and cols: 40 x 40 entries; at most 1024 are allowed for baselines of measured matrices", said);
    }
}
