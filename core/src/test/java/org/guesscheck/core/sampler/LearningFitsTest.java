package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.junit.jupiter.api.Test;

/**
 * Margins and losses in closed form. The outputs of a perceptron of one layer with Gaussian weights at orthogonal inputs are independent and normal, so
 * that p(n) is a product of values of the normal distribution function.
 *
 * <p>Estimates are within 4.5 standard errors: by chance, one check in 147,000 is further off, and there are 72.
 */
class LearningFitsTest {
    private static final int FEATURES = 3;
    private static final float[] INPUTS = {1, 2, 2, 2, 1, -2, 1.2f, -1.2f, 0.6f};
    private static final int[] LABELS = {1, 0, 1};
    private static final List<Fit> FITS = List.of(
            Fit.RIGHT,
            Fit.margin(0.6),
            Fit.loss(SampleLoss.LOGISTIC, 0.5),
            Fit.loss(SampleLoss.SQUARE, 0.8),
            Fit.loss(SampleLoss.HINGE, 0.25),
            Fit.loss(SampleLoss.HINGE, 1.5));

    private static LearningProblem problem(Fit fit) {
        Samples samples = Samples.of(FEATURES, INPUTS, LABELS);
        return LearningProblem.of(samples, samples, 2).fitting(fit);
    }

    private static double below(double x, double sigma) {
        return Erfc.value(-x / sigma / Math.sqrt(2)) / 2;
    }

    /** Of one sample, whose outputs have a standard deviation. */
    private static double exact(Fit fit, int outputs, double sigma) {
        double bound = fit.bound();
        // The margin of two independent outputs is their difference.
        double ofMargin = outputs == 1 ? sigma : Math.sqrt(2) * sigma;
        double reach = Math.sqrt(bound);
        return switch (fit.kind()) {
            case MARGIN -> below(-bound, ofMargin);
            case HINGE -> below(bound - 1, ofMargin);
            case LOGISTIC -> below(Math.log(Math.expm1(bound)), ofMargin);
            case SQUARE ->
                outputs == 1 ? below(1 + reach, sigma) - below(1 - reach, sigma) : inCircle(sigma, bound, 200_000);
        };
    }

    /** Probability that two outputs are in a circle around (1, -1): an integral over one of them by the midpoint rule. */
    private static double inCircle(double sigma, double squareOfRadius, int steps) {
        double radius = Math.sqrt(squareOfRadius);
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double off = radius * (2 * (i + 0.5) / steps - 1);
            double reach = Math.sqrt(squareOfRadius - off * off);
            double x = (1 + off) / sigma;
            double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) / sigma;
            sum += density * (below(-1 + reach, sigma) - below(-1 - reach, sigma)) * 2 * radius / steps;
        }
        return sum;
    }

    private static void requireProducts(LearningCurve curve, Fit fit, int outputs) {
        double product = 1;
        for (LearningPoint point : curve.points()) {
            double squares = 0;
            for (int j = 0; j < FEATURES; j++) {
                squares += Math.pow(INPUTS[FEATURES * (point.samples() - 1) + j], 2);
            }
            product *= exact(fit, outputs, Math.sqrt(squares / FEATURES));
            double expected = product;
            // Half the width of a 95% interval is 1.96 standard errors or more.
            double error = point.probabilityInterval().width() / (2 * 1.96);
            assertTrue(error < 0.06 * expected, () -> fit + ", too inexact: " + point);
            assertEquals(expected, point.probability(), 4.5 * error, () -> fit + ": " + point);
        }
    }

    @Test
    void rejectionFindsTheProducts() {
        for (Fit fit : FITS) {
            for (int outputs = 1; outputs <= 2; outputs++) {
                LearningRejection sampler = LearningRejection.of(problem(fit), Perceptron.relu(outputs))
                        .draws(300_000)
                        .networks(10)
                        .seed(8);
                requireProducts(sampler.run(), fit, outputs);
            }
        }
    }

    @Test
    void splittingFindsTheProducts() {
        for (Fit fit : FITS) {
            for (int outputs = 1; outputs <= 2; outputs++) {
                LearningCurve curve = LearningSplitting.of(problem(fit), Perceptron.relu(outputs))
                        .particles(2048)
                        .replicas(16)
                        .seed(9)
                        .run();
                requireProducts(curve, fit, outputs);
            }
        }
    }
}
