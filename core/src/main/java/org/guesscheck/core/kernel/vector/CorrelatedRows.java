package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.Correlation;

/** Some rows of {@link org.guesscheck.core.kernel.CorrelationStage#correlate}. */
interface CorrelatedRows {
    /** Correlates the normals of all units and groups, for the rows from the given one on. */
    void correlate(Correlation job, int top);
}
