package org.guesscheck.core.kernel;

/** Makes losses of products; see {@link Stages} for positions. */
public interface JudgeStage {
    /**
     * Judges products and reports groups as {@link ChunkKernel#evaluate} says.
     *
     * @param products groups x (rows * cols) vectors
     * @param firstGroup number of the first group in its chunk
     * @param groups how many groups
     * @param report receives the reported groups after those that it has
     */
    void judge(float[] products, int firstGroup, int groups, ChunkReport report);

    /**
     * Measures products that are all wanted: without early rejection, with the bits that {@link #judge} reports.
     *
     * @param products groups x (rows * cols) vectors
     * @param groups how many groups
     * @param trainLoss receives 16 training losses for every group, from its first element on
     * @param generalizationLoss receives as many generalization losses; null if they are not wanted
     */
    void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss);
}
