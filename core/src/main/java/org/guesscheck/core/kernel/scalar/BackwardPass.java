package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.descent.Factors;
import org.guesscheck.core.kernel.descent.RowActivations;
import org.guesscheck.core.kernel.descent.RowArithmetic;

/**
 * The gradient of the training loss in every weight, from the last factor to the first. With Z_f = H_(f-1) W_f, H_f = s(Z_f), H_0 the
 * unit matrix and G_f the gradient in Z_f: the gradient in W_f is transpose(H_(f-1)) G_f, and G_(f-1) = s'(Z_(f-1)) * (G_f
 * transpose(W_f)), where * is entry by entry.
 */
final class BackwardPass {
    private final Factors factors;
    private final RowActivations activations;
    private final float[][] productGradient;
    private final float[][] transposed;
    private float[][] outer;
    private float[][] inner;

    BackwardPass(Factors factors, RowActivations activations) {
        this.factors = factors;
        this.activations = activations;
        productGradient = new float[factors.rows()][factors.cols()];
        int middle = factors.depth() > 2 ? factors.width() : 0;
        transposed = new float[middle][middle];
        outer = new float[factors.rows()][factors.rowLength()];
        inner = new float[factors.rows()][factors.rowLength()];
    }

    /**
     * Computes the gradient.
     *
     * @param weights the weights of the forward pass
     * @param forward the forward pass, already run
     * @param atProduct gradient of the training loss in the predicted matrix, row by row
     * @param gradient receives the gradient, stored as the weights are
     */
    void run(float[][] weights, ForwardPass forward, float[] atProduct, float[][] gradient) {
        int rows = factors.rows();
        int cols = factors.cols();
        int last = factors.depth() - 1;
        float[][] target = last == 0 ? gradient : productGradient;
        for (int i = 0; i < rows; i++) {
            System.arraycopy(atProduct, i * cols, target[i], 0, cols);
        }
        if (last == 0) {
            return;
        }
        int first = factors.firstRow(last);
        for (int j = 0; j < cols; j++) {
            RowArithmetic.combineColumn(gradient[first + j], productGradient, j, forward.outputs[last - 1]);
        }
        for (int i = 0; i < rows; i++) {
            float[] row = last == 1 ? gradient[i] : outer[i];
            RowArithmetic.combine(row, productGradient[i], weights, first);
            activations.differentiate(row, forward.outputs[last - 1][i]);
        }
        for (int f = last - 1; f > 0; f--) {
            middle(f, weights, forward, gradient);
        }
    }

    /** From the gradient in factor f's product, in {@link #outer}: the gradient in its weights, and in the product of factor f - 1. */
    private void middle(int f, float[][] weights, ForwardPass forward, float[][] gradient) {
        int first = factors.firstRow(f);
        float[][] inputs = forward.outputs[f - 1];
        for (int a = 0; a < factors.width(); a++) {
            RowArithmetic.combineColumn(gradient[first + a], inputs, a, outer);
        }
        RowArithmetic.transpose(transposed, weights, first);
        for (int i = 0; i < factors.rows(); i++) {
            float[] row = f == 1 ? gradient[i] : inner[i];
            RowArithmetic.combine(row, outer[i], transposed, 0);
            activations.differentiate(row, inputs[i]);
        }
        float[][] swap = outer;
        outer = inner;
        inner = swap;
    }
}
