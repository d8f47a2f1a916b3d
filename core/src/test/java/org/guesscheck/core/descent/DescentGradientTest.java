package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.Direction;
import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.TrainingData;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The analytic gradient against central finite differences in double precision. Other backends have the same bits. */
class DescentGradientTest {
    private static final double H = 1e-5;

    @ParameterizedTest
    @CsvSource({
        "LINEAR,1,3",
        "LINEAR,2,3",
        "LINEAR,4,3",
        "LINEAR,3,21",
        "TANH,1,3",
        "TANH,2,3",
        "TANH,4,3",
        "TANH,3,21",
        "LEAKY_RELU,1,3",
        "LEAKY_RELU,2,3",
        "LEAKY_RELU,4,3",
        "LEAKY_RELU,3,21"
    })
    void equalsFiniteDifferences(Activation.Kind kind, int depth, int width) {
        Problem problem = Problem.sensing(4, 6, 2, 11, 5);
        Activation activation = kind == Activation.Kind.LEAKY_RELU ? Activation.LEAKY_RELU : new Activation(kind, 1);
        Factors factors = new Factors(4, 6, width, depth);
        float[][] weights = new InitialWeights(factors, 1.5, 17, () -> {}).stored();
        TrainingData train = TrainingData.of(problem.train());
        DescentKernel kernel = Backends.named("scalar")
                .descent(new DescentShape(factors, activation, train.count(), true, Direction.GRADIENT));
        kernel.start(0, train, weights);
        kernel.gradient(new float[DescentKernel.LANES], new float[DescentKernel.LANES]);
        float[][] gradient = factors.allocate();
        kernel.gradient(0, gradient);

        double[][][] at = new double[depth][][];
        double largest = 0;
        for (int f = 0; f < depth; f++) {
            at[f] = new double[factors.rowsOf(f)][factors.colsOf(f)];
            for (int r = 0; r < at[f].length; r++) {
                for (int c = 0; c < at[f][r].length; c++) {
                    at[f][r][c] = factors.get(weights, f, r, c);
                    largest = Math.max(largest, Math.abs(factors.get(gradient, f, r, c)));
                }
            }
        }
        for (int f = 0; f < depth; f++) {
            for (int r = 0; r < at[f].length; r++) {
                for (int c = 0; c < at[f][r].length; c++) {
                    double w = at[f][r][c];
                    at[f][r][c] = w + H;
                    double above = ReferenceLoss.of(problem, activation, at);
                    at[f][r][c] = w - H;
                    double below = ReferenceLoss.of(problem, activation, at);
                    at[f][r][c] = w;
                    double expected = (above - below) / (2 * H);
                    String where = "factor " + f + " row " + r + " column " + c;
                    assertEquals(expected, factors.get(gradient, f, r, c), 1e-5 * largest, where);
                }
            }
        }
    }
}
