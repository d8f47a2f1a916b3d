package org.guesscheck.core.kernel.vector;

/** One tile of a {@link LaneProduct}. */
interface LaneTile {
    /** Computes the sums of the tile whose first sum is in the given row and column. */
    void multiply(LaneProduct job, int firstRow, int firstCol);
}
