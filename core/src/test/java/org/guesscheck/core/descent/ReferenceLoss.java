package org.guesscheck.core.descent;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.problem.Problem;

/** The training loss in double precision, written from the definition with plain matrix products. */
final class ReferenceLoss {
    private ReferenceLoss() {}

    /** Factors as [factor][row][column]. */
    static double of(Problem problem, Activation activation, double[][][] factors) {
        double[][] y = factors[0];
        for (int f = 1; f < factors.length; f++) {
            y = product(activated(y, activation), factors[f]);
        }
        double[] flat = new double[problem.rows() * problem.cols()];
        for (int e = 0; e < flat.length; e++) {
            flat[e] = y[e / problem.cols()][e % problem.cols()];
        }
        return problem.trainLoss(flat);
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] out = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    out[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return out;
    }

    private static double[][] activated(double[][] x, Activation activation) {
        double[][] out = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                out[i][j] = switch (activation.kind()) {
                    case LINEAR -> x[i][j];
                    case TANH -> Math.tanh(x[i][j]);
                    case LEAKY_RELU -> x[i][j] > 0 ? x[i][j] : activation.negativeSlope() * x[i][j];
                };
            }
        }
        return out;
    }
}
