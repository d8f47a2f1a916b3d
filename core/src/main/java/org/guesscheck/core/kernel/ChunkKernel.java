package org.guesscheck.core.kernel;

/** Evaluates whole chunks of draws: the coarse call between samplers and backends. Not safe for use by two threads. */
public interface ChunkKernel {
    /**
     * Draws and judges the first groups of a chunk.
     *
     * <p>A group is reported when one of its draws has a training loss below the question's largest threshold, or when
     * its number is a multiple of {@link Question#fullEvery()}; a reported group has both losses of all its draws.
     *
     * @param chunk number of the chunk, at least 0
     * @param groups how many groups, 1 to {@link Question#GROUPS}
     * @param report receives the reported groups in order; its former content is discarded
     */
    void evaluate(long chunk, int groups, ChunkReport report);
}
