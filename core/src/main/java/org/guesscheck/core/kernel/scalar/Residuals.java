package org.guesscheck.core.descent;

import org.guesscheck.core.problem.Measurements;

/** The gradient of the training loss in the predicted matrix W, from the residuals A vec(W) - y, in single precision. */
final class Residuals {
    private final float[][] matrices;
    private final float[] targets;
    private final float[] weighted;

    /** 2 / n * transpose(A) (A vec(W) - y), row by row. */
    final float[] gradient;

    Residuals(Measurements train, int entries) {
        double[] y = train.targets();
        matrices = new float[y.length][entries];
        targets = new float[y.length];
        weighted = new float[y.length];
        gradient = new float[entries];
        for (int i = 0; i < y.length; i++) {
            targets[i] = (float) y[i];
            double[] matrix = train.matrix(i);
            for (int e = 0; e < entries; e++) {
                matrices[i][e] = (float) matrix[e];
            }
        }
    }

    void run(float[] product) {
        float scale = 2f / targets.length;
        for (int i = 0; i < targets.length; i++) {
            weighted[i] = scale * (RowArithmetic.dot(matrices[i], product) - targets[i]);
        }
        RowArithmetic.combine(gradient, weighted, matrices, 0);
    }
}
