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
        int count = measurements.count();
        int entries = measurements.length();
        double[] targets = measurements.targets();
        float[] flat = new float[Math.multiplyExact(count, entries)];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            double[] matrix = measurements.matrix(i);
            for (int e = 0; e < entries; e++) {
                flat[i * entries + e] = (float) matrix[e];
            }
            y[i] = (float) targets[i];
        }
        return new LinearLoss(count, entries, flat, y, (float) (1.0 / count));
    }
}
