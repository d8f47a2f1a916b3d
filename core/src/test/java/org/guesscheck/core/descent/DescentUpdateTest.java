package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several steps of every optimizer against its formula in double precision. */
class DescentUpdateTest {
    private static final double LEARNING_RATE = 0.01;
    private static final int LANE = 2;

    @ParameterizedTest
    @CsvSource({
        "GD,0,1",
        "GD,0.9,1",
        "GROUP_RMSPROP,0,1",
        "GROUP_RMSPROP,0.9,1",
        "GROUP_RMSPROP,0,1e-3",
        "GROUP_RMSPROP,0.5,1e-3",
        "ADAM,0,1",
        "ADAM,0,0.1"
    })
    void followsItsFormula(Optimizer optimizer, double momentum, double size) {
        Factors factors = new Factors(3, 2, 19, 3);
        TrainingData train = TrainingData.of(Problem.sensing(3, 2, 1, 4, 1).train());
        StepRule rule = StepRule.DEFAULTS
                .optimizer(optimizer)
                .learningRate(LEARNING_RATE)
                .momentum(momentum);
        DescentKernel kernel = Backends.named("scalar")
                .descent(new DescentShape(factors, Activation.TANH, train.count(), true, rule.direction()));
        LaneSteps steps = new LaneSteps(optimizer);
        float[][] weights = new InitialWeights(factors, size, 1, () -> {}).stored();
        kernel.start(LANE, train, weights);
        steps.start(LANE, rule, true);
        float[] norms = new float[DescentKernel.LANES];
        kernel.step(steps.next(norms));
        requireNear(doubles(weights), kernel, factors);

        double[] expected = doubles(weights);
        double[] buffer = new double[expected.length];
        double[] mean = new double[expected.length];
        double[] square = new double[expected.length];
        double average = 0;
        float[][] gradient = factors.allocate();
        for (int t = 1; t <= 5; t++) {
            kernel.gradient(new float[DescentKernel.LANES], norms);
            kernel.gradient(LANE, gradient);
            kernel.step(steps.next(norms));
            double[] g = doubles(gradient);
            double squares = 0;
            for (double one : g) {
                squares += one * one;
            }
            average = 0.99 * average + 0.01 * squares;
            double norm = Math.sqrt(average / (1 - Math.pow(0.99, t)));
            double step = optimizer == Optimizer.GD ? LEARNING_RATE : LEARNING_RATE / (norm + 1e-6);
            for (int e = 0; e < expected.length; e++) {
                buffer[e] = momentum * buffer[e] + g[e];
                mean[e] = 0.9 * mean[e] + 0.1 * g[e];
                square[e] = 0.999 * square[e] + 0.001 * g[e] * g[e];
                double root = Math.sqrt(square[e] / (1 - Math.pow(0.999, t)));
                expected[e] -= optimizer == Optimizer.ADAM
                        ? LEARNING_RATE / (1 - Math.pow(0.9, t)) * mean[e] / (root + 1e-8)
                        : step * buffer[e];
            }
        }
        requireNear(expected, kernel, factors);
    }

    private static double[] doubles(float[][] rows) {
        double[] all = new double[rows.length * rows[0].length];
        for (int e = 0; e < all.length; e++) {
            all[e] = rows[e / rows[0].length][e % rows[0].length];
        }
        return all;
    }

    private static void requireNear(double[] expected, DescentKernel kernel, Factors factors) {
        float[][] weights = factors.allocate();
        kernel.weights(LANE, weights);
        double[] actual = doubles(weights);
        for (int e = 0; e < expected.length; e++) {
            assertEquals(expected[e], actual[e], 1e-6, "weight " + e);
        }
    }
}
