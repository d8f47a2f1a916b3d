package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.Multiplication;

/** Some rows of {@link org.guesscheck.core.kernel.Stages#multiplyChain}. */
interface Chain {
    /** Multiplies the rows of the block that starts at a row, for all groups of the job. */
    void multiply(Multiplication first, int factors, int firstRow);
}
