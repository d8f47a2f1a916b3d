package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.Correlation;

/** One block of the sums of a run of {@link org.guesscheck.core.kernel.CorrelationStage#addGram}. */
interface GramBlock {
    /** Leaves the sums of the block with the given first row and column in the triangle of a group. */
    void sum(Correlation job, int group, float[] triangle, int top, int left);
}
