package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.Correlation;

/** What is done to whole triangles of Gram sums. */
interface TriangleSums {
    /** Adds the triangle of a run to that of a group, with Kahan's correction. */
    void add(Correlation job, int group, float[] run);

    /** See {@link org.guesscheck.core.kernel.CorrelationStage#factor}. */
    void factor(Correlation job);
}
