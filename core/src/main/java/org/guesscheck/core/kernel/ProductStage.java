package org.guesscheck.core.kernel;

/** Multiplies features by weights; see {@link Stages} for positions. */
public interface ProductStage {
    /**
     * Adds products of features and weights: out[g][r][c] (+)= sum over u of y[g][r][u] * w[g][u][c].
     *
     * @param job shapes, positions and strides
     */
    void multiply(Multiplication job);

    /**
     * The same with features that all lanes share: a feature is one number, positions and strides of features count numbers, and
     * the first of them is element {@code yAt} of its array.
     *
     * @param job shapes, positions and strides
     */
    void multiplyShared(Multiplication job);

    /**
     * Multiplies features by several square factors, one after the other: out[g] = y[g] w[g][0] w[g][1] ..., with the sums of
     * {@link #multiply} in its order.
     *
     * @param first the product with the first factor, as many units as columns, fresh sums, units of weights without gaps
     * @param factors how many factors, at least 2
     * @return false if this backend has no kernel for the shape: nothing is done, and the caller multiplies step by step
     */
    default boolean multiplyChain(Multiplication first, int factors) {
        return false;
    }
}
