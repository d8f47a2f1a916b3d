package org.guesscheck.core.kernel.descent;

/**
 * Gradients and steps of up to 16 runs of gradient descent of one shape, one in each lane, for one thread. Lanes without a run hold
 * zeros.
 *
 * <p>With Z_f = H_(f-1) W_f, H_f = s(Z_f) and H_0 the unit matrix, the predicted matrix of d factors is Z_d. With n measurements A_i and
 * targets y_i, the residuals are r_i = &lt;A_i, Z_d&gt; - y_i, and the gradient in Z_d is G_d = sum over i of share_i r_i A_i. The gradient
 * in W_f is transpose(H_(f-1)) G_f, and G_(f-1) = s'(Z_(f-1)) * (G_f transpose(W_f)), where * is entry by entry. Products and sums are
 * rounded one by one, in the order of {@link RowArithmetic}: H_f and all gradients as {@link RowArithmetic#combine}, the entries of Z_d
 * and the measurements of it as {@link RowArithmetic#dot}.
 */
public interface DescentKernel {
    /** Runs side by side. */
    int LANES = 16;

    /**
     * Gives a lane to a run: its weights, and no gradient and no buffers yet, so that a step before the next gradient leaves its weights as
     * they are. The share of every measurement is 2 / n.
     *
     * @param lane 0 to 15
     * @param train as many measurements as the shape has; if these are shared, those of every other run of the kernel
     * @param weights in the layout of the shape's factors
     * @throws IllegalArgumentException if the sizes are not those of the shape, or measurements are shared and these are others
     * @throws IndexOutOfBoundsException if there is no such lane
     */
    void start(int lane, TrainingData train, float[][] weights);

    /**
     * Takes a lane's run away.
     *
     * @param lane 0 to 15
     */
    void stop(int lane);

    /**
     * Changes the shares of the measurements in a lane's gradient, as a batch of measurements does.
     *
     * @param lane 0 to 15, with a run
     * @param shares one for each measurement; 0 leaves it out
     */
    void share(int lane, float[] shares);

    /**
     * Computes the predicted matrix and the gradient at the weights of every lane.
     *
     * @param squaredResiduals receives for each lane the sum of r_i^2 over all measurements, in their order
     * @param squaredNorms receives for each lane the sum of the squares of the gradient's entries: the sums over the stored rows, for each
     *     column, added as the terms of {@link RowArithmetic#dot}
     */
    void gradient(float[] squaredResiduals, float[] squaredNorms);

    /**
     * Changes the weights of every lane along the last gradient.
     *
     * @param numbers the numbers of each lane
     */
    void step(StepNumbers numbers);

    /**
     * The predicted matrix of the last gradient.
     *
     * @param lane 0 to 15
     * @param out receives the entries row by row
     */
    void product(int lane, float[] out);

    /**
     * A lane's weights.
     *
     * @param lane 0 to 15
     * @param out receives them, in the layout of the shape's factors
     */
    void weights(int lane, float[][] out);

    /**
     * A lane's last gradient.
     *
     * @param lane 0 to 15
     * @param out receives it, in the layout of the shape's factors
     */
    void gradient(int lane, float[][] out);
}
