package org.guesscheck.core.kernel.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.junit.jupiter.api.Test;

class FitCheckTest {
    private static final int LANES = Question.LANES;

    /** The loss by its definition, or the margin with its sign changed, in double precision. */
    private static double excess(Fit fit, double[] o, int label) {
        double others = Double.NEGATIVE_INFINITY;
        double squares = 0;
        double exponentials = 0;
        for (int c = 0; c < o.length; c++) {
            boolean own = o.length == 1 ? label == 1 : c == label;
            others = own ? others : Math.max(others, o[c]);
            squares += Math.pow(o[c] - (own ? 1 : -1), 2);
            exponentials += Math.exp(o[c]);
        }
        double margin = o.length == 1 ? (label == 1 ? o[0] : -o[0]) : o[label] - others;
        double logistic = o.length == 1 ? Math.log(1 + Math.exp(-margin)) : Math.log(exponentials) - o[label];
        return switch (fit.kind()) {
            case MARGIN -> fit.bound() - margin;
            case LOGISTIC -> logistic - fit.bound();
            case SQUARE -> squares - fit.bound();
            case HINGE -> Math.max(0, 1 - margin) - fit.bound();
        };
    }

    @Test
    void lossesAreThoseOfTheirDefinitions() {
        Random random = new Random(3);
        Fit[] fits = {
            Fit.RIGHT,
            Fit.margin(0.4),
            Fit.loss(SampleLoss.LOGISTIC, 0.5),
            Fit.loss(SampleLoss.LOGISTIC, 2),
            Fit.loss(SampleLoss.SQUARE, 1.5),
            Fit.loss(SampleLoss.HINGE, 0.3),
            Fit.loss(SampleLoss.HINGE, 1.7)
        };
        for (Fit fit : fits) {
            for (int outputs = 1; outputs <= 4; outputs++) {
                FitCheck check = new FitCheck(fit, outputs);
                int fitting = 0;
                for (int trial = 0; trial < 100; trial++) {
                    float[] found = new float[Stages.BASE + 3 * LANES * outputs];
                    for (int i = 0; i < found.length; i++) {
                        found[i] = (float) random.nextGaussian();
                    }
                    int label = random.nextInt(Math.max(2, outputs));
                    int mask = check.of(found, 2 * outputs, label, Rightness.ALL);
                    fitting += Integer.bitCount(mask);
                    int asked = random.nextInt(1 << LANES);
                    assertEquals(mask & asked, check.of(found, 2 * outputs, label, asked));
                    for (int l = 0; l < LANES; l++) {
                        double[] o = new double[outputs];
                        for (int c = 0; c < outputs; c++) {
                            o[c] = found[Stages.BASE + LANES * (2 * outputs + c) + l];
                        }
                        double excess = excess(fit, o, label);
                        // None of these numbers is so near to its bound that rounding decides.
                        assertTrue(Math.abs(excess) > 1e-6, () -> "too near: " + excess);
                        assertEquals(excess < 0, (mask >> l & 1) == 1, () -> fit + ", excess " + excess);
                    }
                }
                assertTrue(fitting > 0 && fitting < 1600, "both occur");
            }
        }
    }

    @Test
    void nothingFitsWithNaN() {
        for (int outputs : new int[] {1, 3}) {
            float[] found = new float[Stages.BASE + LANES * outputs];
            java.util.Arrays.fill(found, Float.NaN);
            for (SampleLoss loss : SampleLoss.values()) {
                assertEquals(
                        0, new FitCheck(Fit.loss(loss, 1e30), outputs).of(found, 0, 1, Rightness.ALL), loss::toString);
            }
            assertEquals(0, new FitCheck(Fit.RIGHT, outputs).of(found, 0, 1, Rightness.ALL));
        }
    }

    @Test
    void aTieIsWrong() {
        float[] zeros = new float[Stages.BASE + LANES * 2];
        assertEquals(0, new FitCheck(Fit.RIGHT, 2).of(zeros, 0, 0, Rightness.ALL));
        assertEquals(0, new FitCheck(Fit.RIGHT, 1).of(zeros, 0, 0, Rightness.ALL));
        assertEquals(Rightness.ALL, new FitCheck(Fit.loss(SampleLoss.LOGISTIC, 0.7), 2).of(zeros, 0, 0, Rightness.ALL));
    }

    @Test
    void boundsAreChecked() {
        for (double bound : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Fit.margin(bound));
            assertThrows(IllegalArgumentException.class, () -> Fit.loss(SampleLoss.SQUARE, bound));
        }
        assertThrows(IllegalArgumentException.class, () -> Fit.loss(SampleLoss.HINGE, 0));
        assertEquals(Fit.RIGHT, Fit.margin(0));
        assertEquals(
                "logistic loss below 0.5", Fit.loss(SampleLoss.LOGISTIC, 0.5).toString());
    }
}
