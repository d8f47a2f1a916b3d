package org.guesscheck.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rotation of the residuals on both sides of the size from which only the largest are brought in order. */
class LossRotationTest {
    private static final double VARIANCE = 0.05;
    private static final Runnable GO_ON = () -> {};

    private static void requireSameLoss(int rows, int cols, Measurements plain, Measurements rotated) {
        Problem problem = Problem.of(rows, cols, plain, plain);
        Problem turned = Problem.of(rows, cols, rotated, plain);
        SplitMix64 random = new SplitMix64(1);
        for (int trial = 0; trial < 20; trial++) {
            double[] product = new double[rows * cols];
            Arrays.setAll(product, e -> random.nextNormal());
            double loss = problem.trainLoss(product);
            assertEquals(loss, turned.trainLoss(product), 1e-12 * loss);
        }
    }

    private static double[] moments(Measurements m) {
        double[] y = m.targets();
        double[] moments = new double[m.count()];
        for (int i = 0; i < moments.length; i++) {
            double squares = 0;
            for (double a : m.matrix(i)) {
                squares += a * a;
            }
            moments[i] = VARIANCE * squares + y[i] * y[i];
        }
        return moments;
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 1",
        "5, 5, 24",
        "14, 14, 192",
        "14, 14, 193",
        "20, 20, 399",
        "3, 1500, 1",
        "3, 1500, 40",
        "24, 24, 300"
    })
    void theLossStaysAndTheLargestComeFirst(int rows, int cols, int measurements) {
        Measurements plain = measured(rows * cols, measurements);
        Measurements rotated = LossRotation.largestResidualsFirst(plain, VARIANCE, GO_ON);
        assertEquals(measurements, rotated.count());
        requireSameLoss(rows, cols, plain, rotated);
        double[] moments = moments(rotated);
        for (int i = 1; i < moments.length; i++) {
            assertTrue(moments[i] <= moments[i - 1] * (1 + 1e-9), "residual " + i);
        }
    }

    private static Measurements measured(int entries, int count) {
        SplitMix64 random = new SplitMix64(entries + count);
        double[][] matrices = new double[count][entries];
        double[] truth = new double[entries];
        Arrays.setAll(truth, e -> random.nextNormal());
        for (double[] matrix : matrices) {
            Arrays.setAll(matrix, e -> random.nextNormal());
        }
        return Measurements.measuring(matrices, truth);
    }

    /** The sum of the k largest eigenvalues is the most that k orthonormal directions can have; 15% less loses little speed. */
    @Test
    void theLeadingResidualsHaveNearlyAsMuchAsTheEigenvectors() {
        Measurements plain = measured(200, 180);
        double[] best = moments(LossRotation.largestResidualsFirst(plain, VARIANCE, GO_ON));
        double[] near = moments(LeadingResiduals.first(plain, VARIANCE, GO_ON));
        assertEquals(best[0], near[0], 1e-3 * best[0]);
        for (int k : new int[] {5, 20, LeadingResiduals.COUNT}) {
            double most = Arrays.stream(best).limit(k).sum();
            double got = Arrays.stream(near).limit(k).sum();
            assertTrue(got > 0.85 * most && got < most * (1 + 1e-9), k + " residuals: " + got + " of " + most);
        }
    }

    /** The bits of small questions, on which all published digests rest, as they were before larger ones got another method. */
    @ParameterizedTest
    @CsvSource({
        "5, 5, 15, 1845298343",
        "10, 10, 60, 313993075",
        "20, 20, 100, 1179642869",
        "16, 32, 40, -1828060611",
        "16, 32, 192, 1202337090"
    })
    void smallQuestionsHaveTheBitsThatTheyAlwaysHad(int rows, int cols, int measurements, int hash) {
        Problem problem = Problem.sensing(rows, cols, 1, measurements, 1);
        Question question = new Question(problem, Network.linear(5, 2), 1, 0.02f, 64);
        assertEquals(hash, Arrays.hashCode(question.train().matrices()));
    }

    @Test
    void dependentAndVanishingMeasurementsAreRotatedToo() {
        Measurements some = measured(250, 100);
        double[][] matrices = new double[240][];
        double[] targets = new double[240];
        for (int i = 0; i < 240; i++) {
            matrices[i] = i < 200 ? some.matrix(i % 100) : new double[250];
            targets[i] = i < 200 ? some.targets()[i % 100] : 0;
        }
        Measurements plain = Measurements.of(matrices, targets);
        requireSameLoss(10, 25, plain, LossRotation.largestResidualsFirst(plain, VARIANCE, GO_ON));
        Measurements nothing = Measurements.of(new double[240][250], new double[240]);
        assertArrayEquals(
                new double[240],
                LossRotation.largestResidualsFirst(nothing, VARIANCE, GO_ON).targets());
    }

    /** Far from the usual scale, and with measurements that differ by ten orders of magnitude. */
    @ParameterizedTest
    @CsvSource({"1e-60, 1", "1e-30, 1", "1e10, 1", "1, 1e-10"})
    void anyScaleIsRotated(double scale, double others) {
        Measurements some = measured(250, 240);
        double[][] matrices = some.matrices();
        double[] targets = some.targets();
        for (int i = 0; i < 240; i++) {
            double factor = scale * (i % 3 == 0 ? 1 : others);
            double[] matrix = some.matrix(i);
            for (int e = 0; e < 250; e++) {
                matrices[i][e] = factor * matrix[e];
            }
            targets[i] *= factor;
        }
        Measurements plain = Measurements.of(matrices, targets);
        requireSameLoss(10, 25, plain, LossRotation.largestResidualsFirst(plain, VARIANCE, GO_ON));
    }

    @Test
    void observedEntriesAreRotatedAsMatrices() {
        Problem problem = Problem.completion(20, 20, 1, 300, 2);
        requireSameLoss(20, 20, problem.train(), LossRotation.largestResidualsFirst(problem.train(), VARIANCE, GO_ON));
    }

    @Test
    void aQuestionIsPreparedUntilItIsCancelled() {
        Problem problem = Problem.sensing(20, 20, 1, 300, 2);
        int[] asked = {0};
        new Question(problem, Network.linear(5, 2), 1, 0.1f, 64, () -> asked[0]++ < 0);
        assertTrue(asked[0] > 300, "asked " + asked[0] + " times");
        assertThrows(
                CancellationException.class,
                () -> new Question(problem, Network.linear(5, 2), 1, 0.1f, 64, () -> asked[0]-- < 200));
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> new Question(problem, Network.linear(5, 2), 1, 0.1f, 64));
        assertTrue(Thread.interrupted());
    }
}
