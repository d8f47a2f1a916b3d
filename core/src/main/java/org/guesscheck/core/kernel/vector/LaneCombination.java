package org.guesscheck.core.kernel.vector;

/** A combination of rows at a few of their columns: out[c] = sum over r of coefficients[r] * rows[r][c]. */
interface LaneCombination {
    /**
     * Computes it.
     *
     * @param coefficients numbers of every lane
     * @param rows numbers of every lane, or numbers that all lanes share, which begin at element 0
     * @param count how many rows
     * @param length of a row
     * @param first the tile's first column
     * @param out receives the combination, a vector for each column of whole rows
     */
    void combine(float[] coefficients, float[] rows, int count, int length, int first, float[] out);
}
