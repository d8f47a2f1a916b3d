package org.guesscheck.core.kernel;

/**
 * The steps of which a chunk's evaluation is made; a backend is one implementation. Positions and strides count
 * vectors of 16 floats, counted from {@link #BASE} in every buffer.
 */
public interface Stages {
    /**
     * First element in use of every buffer: with 64-byte alignment of objects and a 16-byte array header, it starts a
     * cache line.
     */
    int BASE = 12;

    /**
     * Starts the generator of a chunk.
     *
     * @param seed the question's seed
     * @param chunk number of the chunk
     */
    void seed(long seed, long chunk);

    /**
     * Draws the chunk's next weights from the prior, one vector for 16 draws of one weight.
     *
     * @param out receives the weights from {@link #BASE} on
     * @param vectors how many vectors, even
     */
    void fill(float[] out, int vectors);

    /**
     * Adds products of features and weights: out[g][r][c] (+)= sum over u of y[g][r][u] * w[g][u][c].
     *
     * @param job shapes, positions and strides
     */
    void multiply(Multiplication job);

    /**
     * Scales features and applies the activation, in place.
     *
     * @param y the features
     * @param at first vector
     * @param vectors how many
     */
    void activate(float[] y, int at, int vectors);

    /**
     * Activates several equally long runs of features.
     *
     * @param y the features
     * @param at first vector of the first run
     * @param vectors length of a run
     * @param runs how many runs
     * @param stride vectors from run to run
     */
    default void activateRuns(float[] y, int at, int vectors, int runs, int stride) {
        for (int run = 0; run < runs; run++) {
            activate(y, at + run * stride, vectors);
        }
    }

    /**
     * Judges products and reports groups as {@link ChunkKernel#evaluate} says.
     *
     * @param products groups x (rows * cols) vectors
     * @param firstGroup number of the first group in its chunk
     * @param groups how many groups
     * @param report receives the reported groups behind those that it has
     */
    void judge(float[] products, int firstGroup, int groups, ChunkReport report);
}
