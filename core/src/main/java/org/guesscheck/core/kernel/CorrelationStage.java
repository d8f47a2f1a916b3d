package org.guesscheck.core.kernel;

/** Gives normals the covariance of features; see {@link Stages} for positions and {@link GramLayers} for the use. */
public interface CorrelationStage {
    /** A pivot at or below this share of its diagonal entry is what rounding leaves of a zero. */
    float LEAST_PIVOT = 0x1p-20f;

    /**
     * Correlates the normals of every unit: y[u][r] = sum over s, at most r, of lower[r][s] * w[u][s], from s = 0 on.
     *
     * @param job shapes, positions and strides
     */
    void correlate(Correlation job);

    /**
     * Adds the features of one run of units: sums[r][s] (+)= sum over u of y[u][r] * y[u][s], s at most r. The run is summed up
     * from zero, unit by unit, and the total then corrected for what the sums before have lost (Kahan 1965), so that the error does
     * not grow with the number of runs.
     *
     * @param job shapes, positions and strides
     */
    void addGram(Correlation job);

    /**
     * Replaces Gram sums by their Cholesky factors, column by column, without pivoting. A row that depends on the rows above, such
     * as one of zeros, has a zero on the diagonal and below it.
     *
     * @param job groups, rows and sums
     */
    void factor(Correlation job);
}
