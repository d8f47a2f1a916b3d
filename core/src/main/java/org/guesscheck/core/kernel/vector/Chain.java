package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.Multiplication;

/** Some rows of {@link org.guesscheck.core.kernel.ProductStage#multiplyChain}. */
interface Chain {
    /** Multiplies the block's rows, which start at a row of the product, for the groups from the one to the other, exclusive. */
    void multiply(Multiplication first, int factors, int row, int from, int to);
}
