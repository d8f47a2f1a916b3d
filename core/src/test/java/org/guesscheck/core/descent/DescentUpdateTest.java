package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several steps of every optimizer against its formula in double precision. */
class DescentUpdateTest {
    private static final double LEARNING_RATE = 0.01;

    @ParameterizedTest
    @CsvSource({
        "GD,0,1",
        "GD,0.9,1",
        "GROUP_RMSPROP,0,1",
        "GROUP_RMSPROP,0.9,1",
        "GROUP_RMSPROP,0,1e-6",
        "GROUP_RMSPROP,0.5,1e-6"
    })
    void followsItsFormula(Optimizer optimizer, double momentum, float size) {
        Factors factors = new Factors(3, 2, 19, 3);
        float[][] weights = new InitialWeights(factors, 1, 1, () -> {}).stored();
        int rows = weights.length;
        int length = factors.rowLength();
        double[] expected = new double[rows * length];
        double[] buffer = new double[expected.length];
        for (int e = 0; e < expected.length; e++) {
            expected[e] = weights[e / length][e % length];
        }
        WeightUpdate update = new WeightUpdate(factors, optimizer, LEARNING_RATE, momentum);
        double average = 0;
        for (int t = 1; t <= 5; t++) {
            float[][] gradient = new InitialWeights(factors, size * t, 100 + t, () -> {}).stored();
            update.run(weights, gradient);
            double squares = 0;
            for (float[] row : gradient) {
                for (float g : row) {
                    squares += (double) g * g;
                }
            }
            average = 0.99 * average + 0.01 * squares;
            double norm = Math.sqrt(average / (1 - Math.pow(0.99, t)));
            double step = optimizer == Optimizer.GD ? LEARNING_RATE : LEARNING_RATE / (norm + 1e-6);
            for (int e = 0; e < expected.length; e++) {
                buffer[e] = momentum * buffer[e] + gradient[e / length][e % length];
                expected[e] -= step * buffer[e];
            }
        }
        for (int e = 0; e < expected.length; e++) {
            assertEquals(expected[e], weights[e / length][e % length], 1e-6, "weight " + e);
        }
    }
}
