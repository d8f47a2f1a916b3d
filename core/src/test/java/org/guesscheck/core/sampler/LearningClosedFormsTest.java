package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.junit.jupiter.api.Test;

/**
 * Probabilities in closed form. The outputs of a perceptron of one layer with Gaussian weights are jointly normal, with the correlations of the inputs: two of
 * them are both above 0 with probability 1/4 + arcsin(rho) / (2 pi), three with 1/8 + (sum of the three arcsin) / (4 pi) (Sheppard 1899).
 *
 * <p>Estimates are within 4 standard errors: by chance, one check in 16,000 is further off, and there are fewer than 20.
 */
class LearningClosedFormsTest {
    private static final float[][] INPUTS = {{1, 2, 0, -1}, {2, 1, 1, 0}, {-1, 1, 3, 1}, {0.5f, 1.5f, 0.5f, -0.5f}};
    private static final int[] LABELS = {1, 1, 0, 1};

    private static LearningProblem problem(float bias) {
        int features = bias > 0 ? 3 : 4;
        float[] values = new float[4 * features];
        for (int r = 0; r < 4; r++) {
            System.arraycopy(INPUTS[r], 0, values, r * features, features);
        }
        Samples samples = Samples.of(features, values, LABELS);
        return LearningProblem.of(samples, samples, 2);
    }

    /** The correlation of two outputs times the signs of their labels. */
    private static double angle(int a, int b, float bias) {
        int features = bias > 0 ? 3 : 4;
        // Sums over features are divided by their number, biases are not.
        double[] products = {bias * bias, bias * bias, bias * bias};
        for (int j = 0; j < features; j++) {
            products[0] += INPUTS[a][j] * INPUTS[b][j] / features;
            products[1] += INPUTS[a][j] * INPUTS[a][j] / features;
            products[2] += INPUTS[b][j] * INPUTS[b][j] / features;
        }
        double sign = LABELS[a] == LABELS[b] ? 1 : -1;
        return Math.asin(sign * products[0] / Math.sqrt(products[1] * products[2]));
    }

    private static double two(float bias) {
        return 0.25 + angle(0, 1, bias) / (2 * Math.PI);
    }

    private static double three(float bias) {
        return 0.125 + (angle(0, 1, bias) + angle(0, 2, bias) + angle(1, 2, bias)) / (4 * Math.PI);
    }

    private static void requireExact(LearningCurve curve, float bias) {
        requireNear(0.5, curve.points().get(0));
        requireNear(two(bias), curve.points().get(1));
        requireNear(three(bias), curve.points().get(2));
    }

    private static void requireNear(double exact, LearningPoint point) {
        // Half the width of a 95% interval is 1.96 standard errors or more.
        double error = point.probabilityInterval().width() / (2 * 1.96);
        assertTrue(error < 0.02 * exact, () -> "too inexact: " + point);
        assertEquals(exact, point.probability(), 4 * error, point::toString);
    }

    @Test
    void rejectionFindsSheppardsProbabilities() {
        for (float bias : new float[] {0, 0.7f}) {
            for (int[] layers : List.of(new int[] {1}, new int[] {2})) {
                LearningRejection sampler = LearningRejection.of(
                                problem(bias), Perceptron.relu(layers).biases(bias))
                        .draws(200_000)
                        .networks(10)
                        .seed(5);
                requireExact(sampler.run(), bias);
                requireExact(sampler.byWeights(true).run(), bias);
            }
        }
    }

    @Test
    void splittingFindsSheppardsProbabilities() {
        for (float bias : new float[] {0, 0.7f}) {
            requireExact(
                    LearningSplitting.of(problem(bias), Perceptron.relu(1).biases(bias))
                            .particles(4096)
                            .replicas(24)
                            .seed(6)
                            .run(),
                    bias);
        }
    }

    /** Unit by unit the features of a layer of rectifiers are independent, and all of them are 0 for half of the units: then the outputs tie. */
    @Test
    void aDeadNetworkIsWrong() {
        Samples one = Samples.of(2, new float[] {1, 0.5f, 0.5f, 2}, new int[] {1, 0});
        LearningCurve curve = LearningRejection.of(LearningProblem.of(one, one, 2), Perceptron.relu(3, 2))
                .draws(200_000)
                .networks(10)
                .run();
        // Alive with probability 7/8, and then each label is as likely as the other.
        requireNear(7.0 / 16, curve.points().getFirst());
        LearningCurve leaky = LearningRejection.of(
                        LearningProblem.of(one, one, 2), Perceptron.relu(3, 2).with(Activation.LEAKY_RELU))
                .draws(200_000)
                .networks(10)
                .run();
        requireNear(0.5, leaky.points().getFirst());
    }
}
