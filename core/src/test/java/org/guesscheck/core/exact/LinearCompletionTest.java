package org.guesscheck.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With other seeds, one comparison with draws in 16,000 would fail by chance. */
class LinearCompletionTest {
    /** A truth of rank 2 whose unseen entry may have either sign: with the wrong one the loss is 1,400 times larger. */
    private static final Problem TWO_SIGNS = Problem.of(
            3,
            3,
            Measurements.entries(9, new int[] {0, 1, 2, 3, 4, 6, 7, 8}, new double[] {
                -0.040596185,
                0.109175863,
                -0.056809149,
                -0.219075600,
                0.792804265,
                0.240230452,
                0.299948236,
                -0.066254109
            }),
            Measurements.entries(9, new int[] {5}, new double[] {-0.393196336}));

    /** Another program's answer, of some 1%, by the density of singular values as well. */
    @Test
    void findsARareModeThatCarriesTheMean() {
        ExactAnswer answer = answer(TWO_SIGNS, Network.linear(3, 6).normalize(), 1e-4);
        answer.probability().assertSame(new DrawnMean(9.86e-13, 0.05e-13), 0.02);
        answer.mean().assertSame(new DrawnMean(0.00274, 0.00002), 0.02);
        ExactAnswer.Mode wrongSign = answer.modes().getFirst();
        assertEquals(0.0037, wrongSign.probability() / answer.probability().value(), 0.0002);
        assertEquals(0.0023, wrongSign.loss() / answer.probability().value(), 0.0001);
    }

    /** Thresholds so large that a few hundred to some thousands of plain draws are accepted. */
    @ParameterizedTest
    @CsvSource({
        "2, 2, 2, 6, true, 0.01, 200000",
        "2, 2, 3, 4, false, 0.01, 500000",
        "2, 3, 3, 2, true, 0.02, 300000",
        "3, 2, 4, 2, false, 0.03, 500000",
        "3, 3, 3, 2, true, 0.02, 300000",
        "3, 3, 5, 3, false, 0.03, 300000"
    })
    void agreesWithPlainDraws(int rows, int cols, int width, int depth, boolean normalized, double eps, int draws) {
        int rank = Math.min(rows, cols) - 1;
        Problem problem = Problem.completion(rows, cols, rank, rows * cols - 1, 5);
        Network network = Network.linear(width, depth);
        if (normalized) {
            network = network.normalize();
        }
        ExactAnswer plain = PlainDraws.answer(problem, network, eps, draws, new SplittableRandom(7));
        ExactAnswer exact = answer(problem, network, eps);
        exact.probability().assertSame(plain.probability(), 0.1);
        exact.mean().assertSame(plain.mean(), 0.2);
    }

    /** One factor: the observed entries say nothing of the other, and on the sphere all directions are alike. */
    @Test
    void knowsOneFactor() {
        Problem problem = Problem.completion(3, 3, 3, 8, 2);
        double test = problem.test().targets()[0];
        ExactAnswer free = answer(problem, Network.linear(1, 1), 1e-4);
        free.mean().assertSame(new DrawnMean(1.0 / 3 + test * test, 0), 0.02);
        double squares = 1 - test * test;
        double ball = ChiSquaredDistribution.of(8).cumulativeProbability(3 * 8e-4);
        // The normal density hardly varies over a ball so small.
        free.probability().assertSame(new DrawnMean(ball * Math.exp(-3 * squares / 2), 0), 0.02);

        ExactAnswer sphere = answer(problem, Network.linear(1, 1).normalize(), 1e-8);
        double volume = Math.pow(Math.PI, 4) / 24 * Math.pow(8e-8, 4);
        double area = Math.exp(ProductDensity.logSphere(9));
        assertEquals(1, sphere.probability().value() * area * Math.abs(test) / (2 * volume), 0.001);
        assertEquals(2 * test * test, sphere.mean().value(), 0.001);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Problem two = Problem.completion(3, 3, 2, 7, 1);
        assertThrows(IllegalArgumentException.class, () -> answer(two, Network.linear(3, 2), 0.01));
        assertThrows(IllegalArgumentException.class, () -> answer(TWO_SIGNS, Network.linear(2, 2), 0.01));
    }

    private static ExactAnswer answer(Problem problem, Network network, double eps) {
        return new LinearCompletion(problem, network, eps, 1).answer(20_000);
    }
}
