package org.guesscheck.core.kernel.descent;

import java.math.BigDecimal;

/**
 * The layout of the factors' weights: one array of rows of one length, factor after factor. The last of two or more factors is
 * stored transposed, cols x width, so that its rows have the length width as well.
 *
 * @param rows rows of the predicted matrix
 * @param cols columns of the predicted matrix
 * @param width columns of every factor but the last
 * @param depth number of factors
 */
public record Factors(int rows, int cols, int width, int depth) {
    /**
     * Checks the number of weights.
     *
     * @throws IllegalArgumentException if there are more weights than an array can hold
     */
    public Factors {
        // In double precision, because the product of three sizes may not fit in a long.
        double entries = depth == 1 ? (double) rows * cols : ((double) rows + cols + (depth - 2.0) * width) * width;
        if (entries > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("width: " + width + " at depth " + depth + " makes "
                    + new BigDecimal(entries).toPlainString()
                    + " weights; at most " + (Integer.MAX_VALUE - 8) + " are allowed");
        }
    }

    /**
     * Columns of every stored row.
     *
     * @return the width, or the columns of a single factor
     */
    public int rowLength() {
        return depth == 1 ? cols : width;
    }

    /**
     * The first stored row of a factor.
     *
     * @param factor counted from 0
     * @return a row, counted from 0
     */
    public int firstRow(int factor) {
        return factor == 0 ? 0 : rows + (factor - 1) * width;
    }

    /**
     * Stored rows of all factors.
     *
     * @return how many
     */
    public int storedRows() {
        return depth == 1 ? rows : firstRow(depth - 1) + cols;
    }

    /**
     * Zeros in the layout of the weights.
     *
     * @return new rows
     */
    public float[][] allocate() {
        return new float[storedRows()][rowLength()];
    }

    /**
     * Rows of a factor in the product W_1 ... W_d, not as stored.
     *
     * @param factor counted from 0
     * @return how many
     */
    public int rowsOf(int factor) {
        return factor == 0 ? rows : width;
    }

    /**
     * Columns of a factor in the product W_1 ... W_d, not as stored.
     *
     * @param factor counted from 0
     * @return how many
     */
    public int colsOf(int factor) {
        return factor == depth - 1 ? cols : width;
    }

    private boolean transposed(int factor) {
        return factor > 0 && factor == depth - 1;
    }

    /**
     * A weight by its place in the product.
     *
     * @param stored the weights
     * @param factor counted from 0
     * @param row of the factor
     * @param col of the factor
     * @return the weight
     */
    public float get(float[][] stored, int factor, int row, int col) {
        int first = firstRow(factor);
        return transposed(factor) ? stored[first + col][row] : stored[first + row][col];
    }

    /**
     * Sets a weight by its place in the product.
     *
     * @param stored the weights
     * @param factor counted from 0
     * @param row of the factor
     * @param col of the factor
     * @param value the weight
     */
    public void set(float[][] stored, int factor, int row, int col, float value) {
        int first = firstRow(factor);
        if (transposed(factor)) {
            stored[first + col][row] = value;
        } else {
            stored[first + row][col] = value;
        }
    }
}
