package org.guesscheck.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.guesscheck.core.network.TanhPolynomial;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.random.PriorStream;
import org.guesscheck.core.random.SplitMix64;
import org.junit.jupiter.api.Test;

/** The project's own functions against the JDK's, and the normal numbers against their distribution. */
class PolynomialsTest {
    @Test
    void tanhStaysWithinItsStatedError() {
        double worst = 0;
        for (int bits = Float.floatToRawIntBits(1e-6f); bits < Float.floatToRawIntBits(20f); bits += 37) {
            float x = Float.intBitsToFloat(bits);
            double exact = StrictMath.tanh(x);
            worst = Math.max(worst, Math.abs(TanhPolynomial.tanh(x) / exact - 1));
            assertEquals(-TanhPolynomial.tanh(x), TanhPolynomial.tanh(-x));
        }
        assertTrue(worst < 3.2e-7, "worst relative error " + worst);
    }

    /** Kolmogorov and Smirnov's test on 2^21 numbers: sqrt(n) D exceeds 2.5 with probability 7.5e-6. */
    @Test
    void normalsAreNormal() {
        int vectors = 2048;
        int chunks = 64;
        float[] values = new float[vectors * 16 * chunks];
        float[] buffer = new float[Stages.BASE + vectors * 16];
        PriorStream draws = new PriorStream(false);
        for (int chunk = 0; chunk < chunks; chunk++) {
            draws.seed(99, chunk);
            draws.fill(buffer, vectors);
            System.arraycopy(buffer, Stages.BASE, values, chunk * vectors * 16, vectors * 16);
        }
        Arrays.sort(values);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            double below = normal.cumulativeProbability(values[i]);
            worst = Math.max(worst, Math.max(below - (double) i / values.length, (i + 1.0) / values.length - below));
        }
        assertTrue(worst * Math.sqrt(values.length) < 2.5, "sqrt(n) D = " + worst * Math.sqrt(values.length));
    }

    @Test
    void rotationLeavesTheTrainingLossAsItIs() {
        Problem problem = Problem.sensing(5, 5, 1, 15, 8);
        Measurements rotated = LossRotation.largestResidualsFirst(problem.train(), 0.2, () -> {});
        Problem turned = Problem.of(5, 5, rotated, problem.test());
        SplitMix64 random = new SplitMix64(1);
        for (int trial = 0; trial < 100; trial++) {
            double[] product = new double[25];
            Arrays.setAll(product, e -> random.nextNormal());
            double loss = problem.trainLoss(product);
            assertEquals(loss, turned.trainLoss(product), 1e-12 * loss);
        }
    }
}
