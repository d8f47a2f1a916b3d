package org.guesscheck.core.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.guesscheck.core.random.SplitMix64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test directions on both sides of the size from which another method makes them. */
class ComplementTest {
    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @CsvSource({"16, 32, 1", "16, 32, 511", "19, 27, 1", "19, 27, 300", "19, 27, 512", "30, 30, 850"})
    void testDirectionsAreOrthonormalAndOrthogonalToTheMeasurements(int rows, int cols, int measurements) {
        Problem problem = Problem.sensing(rows, cols, 2, measurements, 4);
        double[][] basis = problem.test().matrices();
        assertEquals(rows * cols - measurements, basis.length);
        double[][] train = problem.train().matrices();
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j <= i; j++) {
                assertEquals(i == j ? 1 : 0, Measurements.dot(basis[i], basis[j]), 1e-12);
            }
            for (double[] a : train) {
                assertEquals(0, Measurements.dot(basis[i], a), 1e-12);
            }
        }
        double[] truth = problem.groundTruth().orElseThrow();
        assertEquals(0, problem.generalizationLoss(truth), 1e-28);
    }

    /** The loss over the complement does not depend on which orthonormal basis of it was chosen. */
    @Test
    void bothMethodsGiveTheSameLoss() {
        Problem problem = Problem.sensing(19, 27, 1, 200, 8);
        double[] truth = problem.groundTruth().orElseThrow();
        SplitMix64 random = new SplitMix64(3);
        double[] product = new double[truth.length];
        Arrays.setAll(product, e -> random.nextNormal());
        double[] error = new double[truth.length];
        Arrays.setAll(error, e -> product[e] - truth[e]);
        // What is left of the error outside of the measurements' span, by Gram and Schmidt's process.
        double[][] span = problem.train().matrices();
        for (int i = 0; i < span.length; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    subtract(span[i], span[j], Measurements.dot(span[i], span[j]));
                }
            }
            double length = Math.sqrt(Measurements.dot(span[i], span[i]));
            for (int e = 0; e < error.length; e++) {
                span[i][e] /= length;
            }
            subtract(error, span[i], Measurements.dot(error, span[i]));
        }
        double expected = Measurements.dot(error, error) / (truth.length - 200);
        assertEquals(expected, problem.generalizationLoss(product), 1e-11 * expected);
    }

    private static void subtract(double[] from, double[] direction, double factor) {
        for (int e = 0; e < from.length; e++) {
            from[e] -= factor * direction[e];
        }
    }

    @Test
    void dependentMeasurementsLeaveALargerComplement() {
        Problem whole = Problem.sensing(19, 27, 1, 60, 2);
        double[][] matrices = Arrays.copyOf(whole.train().matrices(), 62);
        matrices[60] = matrices[3].clone();
        matrices[61] = new double[19 * 27];
        Arrays.setAll(matrices[61], e -> matrices[0][e] - 5 * matrices[59][e]);
        double[] truth = whole.groundTruth().orElseThrow();
        Problem problem = Problem.complementing(19, 27, Measurements.measuring(matrices, truth), truth);
        assertEquals(19 * 27 - 60, problem.test().count());
    }

    @Test
    void largeProblemsHaveTheSameBitsAgain() {
        Problem one = Problem.sensing(24, 24, 2, 100, 5);
        Problem other = Problem.sensing(24, 24, 2, 100, 5);
        assertArrayEquals(one.test().matrices(), other.test().matrices());
        assertArrayEquals(one.test().targets(), other.test().targets());
    }

    /** The bits of small problems, on which all published digests rest, as they were before larger ones got another method. */
    @ParameterizedTest
    @CsvSource({"5, 5, 15, -1774921469", "10, 10, 60, 767674701", "20, 20, 100, -2022036513", "16, 32, 40, 1775831402"})
    void smallProblemsHaveTheBitsThatTheyAlwaysHad(int rows, int cols, int measurements, int hash) {
        Problem problem = Problem.sensing(rows, cols, 1, measurements, 1);
        assertEquals(hash, Arrays.deepHashCode(problem.test().matrices()));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void anInterruptedThreadMakesNoProblem() throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread maker = new Thread(() ->
                thrown[0] = assertThrows(CancellationException.class, () -> Problem.sensing(100, 120, 1, 11_000, 1)));
        maker.start();
        Thread.sleep(300);
        maker.interrupt();
        maker.join();
        assertTrue(thrown[0] instanceof CancellationException);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> Problem.completion(300, 300, 1, 100, 1));
        assertTrue(Thread.currentThread().isInterrupted());
    }
}
