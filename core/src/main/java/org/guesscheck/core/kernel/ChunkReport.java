package org.guesscheck.core.kernel;

/** The reported groups of one chunk, in order: group i has its 16 losses at 16 * i. Reused from chunk to chunk. */
public final class ChunkReport {
    /** How many groups are reported. */
    public int count;

    /** Number of each reported group within its chunk. */
    public final int[] group = new int[Question.GROUPS];

    /** Training losses. */
    public final float[] trainLoss = new float[Question.CHUNK];

    /** Generalization losses. */
    public final float[] generalizationLoss = new float[Question.CHUNK];

    /** Makes an empty report. */
    public ChunkReport() {}
}
