package org.guesscheck.core.kernel;

/** Draws weights; see {@link Stages} for positions. */
public interface WeightStage {
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
     * @param out receives the weights from {@link Stages#BASE} on
     * @param vectors how many vectors, even
     */
    void fill(float[] out, int vectors);
}
