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
    default void evaluate(long chunk, int groups, ChunkReport report) {
        evaluate(chunk, 0, groups, report);
    }

    /**
     * Draws and judges a piece of a chunk, so that a chunk of large networks can be left in its middle. A piece begins where
     * this kernel's last call ended, or is a chunk's first.
     *
     * @param chunk number of the chunk, at least 0
     * @param from the piece's first group
     * @param to the group behind the piece, above from and at most {@link Question#GROUPS}
     * @param report receives the reported groups in order, behind those of the chunk's pieces before; what a report held before a
     *     chunk's first piece is discarded
     */
    void evaluate(long chunk, int from, int to, ChunkReport report);
}
