package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.RowActivations;
import org.guesscheck.core.kernel.descent.RowArithmetic;

/** The predicted matrix s(... s(s(W_1) W_2) ...) W_d, and the outputs of every factor before the last. */
final class ForwardPass {
    private final Factors factors;
    private final RowActivations activations;

    /** [factor][row][column] after the activation, for all factors but the last. */
    final float[][][] outputs;

    /** The predicted matrix row by row. */
    final float[] product;

    ForwardPass(Factors factors, RowActivations activations) {
        this.factors = factors;
        this.activations = activations;
        outputs = new float[factors.depth() - 1][factors.rows()][factors.width()];
        product = new float[factors.rows() * factors.cols()];
    }

    void run(float[][] weights) {
        for (int f = 0; f < outputs.length; f++) {
            for (int i = 0; i < factors.rows(); i++) {
                float[] row = outputs[f][i];
                if (f == 0) {
                    System.arraycopy(weights[i], 0, row, 0, row.length);
                } else {
                    RowArithmetic.combine(row, outputs[f - 1][i], weights, factors.firstRow(f));
                }
                activations.apply(row);
            }
        }
        int cols = factors.cols();
        int last = factors.firstRow(factors.depth() - 1);
        for (int i = 0; i < factors.rows(); i++) {
            if (outputs.length == 0) {
                System.arraycopy(weights[i], 0, product, i * cols, cols);
            } else {
                float[] row = outputs[outputs.length - 1][i];
                for (int j = 0; j < cols; j++) {
                    product[i * cols + j] = RowArithmetic.dot(row, weights[last + j]);
                }
            }
        }
    }
}
