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
        double near = 0;
        double worst = 0;
        for (int bits = Float.floatToRawIntBits(1e-6f); bits < Float.floatToRawIntBits(20f); bits += 37) {
            float x = Float.intBitsToFloat(bits);
            double exact = StrictMath.tanh(x);
            double error = Math.abs(TanhPolynomial.tanh(x) / exact - 1);
            near = Math.max(near, x * x < TanhPolynomial.NEAR ? error : 0);
            worst = Math.max(worst, Math.max(error, Math.abs(TanhPolynomial.rational(x) / exact - 1)));
            assertEquals(-TanhPolynomial.tanh(x), TanhPolynomial.tanh(-x));
        }
        assertTrue(near < 2.1e-7, "worst relative error of the near piece " + near);
        assertTrue(worst < 3.2e-7, "worst relative error " + worst);
    }

    @Test
    void tanhRisesWhereItsPiecesMeet() {
        float from = (float) Math.sqrt(TanhPolynomial.NEAR);
        while (from * from >= TanhPolynomial.NEAR) {
            from = Math.nextDown(from);
        }
        float lastNear = TanhPolynomial.tanh(from);
        float firstFar = TanhPolynomial.tanh(Math.nextUp(from));
        assertEquals(Math.nextUp(lastNear), firstFar);
    }

    @Test
    void tanhOfSpecialNumbers() {
        assertEquals(0f, TanhPolynomial.tanh(0f));
        assertEquals(-0f, TanhPolynomial.tanh(-0f));
        assertEquals(Float.MIN_VALUE, TanhPolynomial.tanh(Float.MIN_VALUE));
        assertEquals(1e-20f, TanhPolynomial.tanh(1e-20f));
        assertTrue(Float.isNaN(TanhPolynomial.tanh(Float.NaN)));
        for (float x : new float[] {TanhPolynomial.CLAMP, 1e19f, 1e38f, Float.POSITIVE_INFINITY}) {
            assertEquals(1, TanhPolynomial.tanh(x), 0x1p-22f);
            assertEquals(TanhPolynomial.tanh(TanhPolynomial.CLAMP), TanhPolynomial.tanh(x));
            assertEquals(-TanhPolynomial.tanh(x), TanhPolynomial.tanh(-x));
        }
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
