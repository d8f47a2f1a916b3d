package org.guesscheck.core.kernel.scalar;

import java.util.Arrays;
import org.guesscheck.core.kernel.descent.RowArithmetic;
import org.guesscheck.core.kernel.descent.TrainingData;

/** The gradient of the training loss in the predicted matrix W, from the residuals A vec(W) - y, in single precision. */
final class Residuals {
    private final TrainingData train;
    private final float[] weighted;

    /** The share of each residual in the gradient. */
    final float[] shares;

    /** transpose(A) (shares * (A vec(W) - y)), row by row. */
    final float[] gradient;

    Residuals(TrainingData train, int entries) {
        this.train = train;
        weighted = new float[train.count()];
        shares = new float[train.count()];
        Arrays.fill(shares, 2f / train.count());
        gradient = new float[entries];
    }

    /** Computes the gradient, and returns the sum of the squared residuals. */
    float run(float[] product) {
        float squares = 0;
        for (int i = 0; i < weighted.length; i++) {
            float residual = RowArithmetic.dot(train.matrices()[i], product) - train.targets()[i];
            squares += residual * residual;
            weighted[i] = shares[i] * residual;
        }
        RowArithmetic.combine(gradient, weighted, train.matrices(), 0);
        return squares;
    }
}
