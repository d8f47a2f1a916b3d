package org.guesscheck.core.kernel;

import org.guesscheck.core.problem.Measurements;

/**
 * A mean of squared residuals &lt;A_i, W&gt; - y_i in single precision, row i at {@code i * entries}.
 *
 * @param rows number of residuals
 * @param entries entries of W
 * @param matrices rows x entries coefficients
 * @param targets rows targets
 * @param weight one over the number of measurements
 */
public record LinearLoss(int rows, int entries, float[] matrices, float[] targets, float weight) {
    static LinearLoss of(Measurements measurements) {
        double[][] matrices = measurements.matrices();
        double[] targets = measurements.targets();
        int entries = matrices[0].length;
        float[] flat = new float[matrices.length * entries];
        float[] y = new float[matrices.length];
        for (int i = 0; i < matrices.length; i++) {
            for (int e = 0; e < entries; e++) {
                flat[i * entries + e] = (float) matrices[i][e];
            }
            y[i] = (float) targets[i];
        }
        return new LinearLoss(matrices.length, entries, flat, y, (float) (1.0 / matrices.length));
    }
}
