package org.guesscheck.core.kernel.vector;

/** What gradient descent does to whole arrays, number by number in every lane. Positions count vectors of 16 floats. */
interface LanePasses {
    /** to = s(from). */
    void activate(float[] from, int fromAt, float[] to, int toAt, int vectors);

    /** gradient *= s'(x), given the features s(x). */
    void differentiate(float[] gradient, int at, float[] features, int featuresAt, int vectors);

    /** residuals = shares * (residuals - targets), after the sum of (residuals - targets)^2 in order. */
    void residuals(float[] residuals, float[] targets, float[] shares, int count, float[] squares);

    /** The sum of all squares: over rows for each column, then over columns in a tree. Scratch has room for a row. */
    void squaredNorm(float[] gradient, int rows, int cols, float[] scratch, float[] sums);

    /** The step of {@link org.guesscheck.core.kernel.descent.Direction}. Numbers are one vector of each kind, from element 0 on. */
    void step(float[] weights, float[] gradient, float[][] buffers, int vectors, float[] length, float[] other);
}
