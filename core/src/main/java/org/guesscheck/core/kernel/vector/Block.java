package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.Multiplication;

/** One block of {@link org.guesscheck.core.kernel.ProductStage#multiply}. */
interface Block {
    /** Adds the sums of the block whose first sum is in the given row and column, for all groups of the job. */
    void add(Multiplication job, int firstRow, int firstCol);
}
