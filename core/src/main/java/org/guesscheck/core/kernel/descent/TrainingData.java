package org.guesscheck.core.kernel.descent;

import org.guesscheck.core.problem.Measurements;

/**
 * Training measurements in single precision. Not to be changed.
 *
 * @param matrices measurement matrices, each row by row
 * @param targets as many
 */
public record TrainingData(float[][] matrices, float[] targets) {
    /**
     * Rounds measurements.
     *
     * @param train at least one measurement
     * @return the same in single precision
     */
    public static TrainingData of(Measurements train) {
        double[] y = train.targets();
        float[][] matrices = new float[y.length][train.length()];
        float[] targets = new float[y.length];
        for (int i = 0; i < y.length; i++) {
            targets[i] = (float) y[i];
            double[] matrix = train.matrix(i);
            for (int e = 0; e < matrix.length; e++) {
                matrices[i][e] = (float) matrix[e];
            }
        }
        return new TrainingData(matrices, targets);
    }

    /**
     * The number of measurements.
     *
     * @return at least 1
     */
    public int count() {
        return targets.length;
    }
}
