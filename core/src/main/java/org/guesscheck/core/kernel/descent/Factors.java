package org.guesscheck.core.descent;

import java.math.BigDecimal;

/**
 * The layout of the factors' weights: one array of rows of one length, factor after factor. The last of two or more factors is
 * stored transposed, cols x width, so that its rows have the length width as well.
 */
record Factors(int rows, int cols, int width, int depth) {
    Factors {
        // In double precision, because the product of three sizes may not fit in a long.
        double entries = depth == 1 ? (double) rows * cols : ((double) rows + cols + (depth - 2.0) * width) * width;
        if (entries > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("width: " + width + " at depth " + depth + " makes "
                    + new BigDecimal(entries).toPlainString()
                    + " weights; at most " + (Integer.MAX_VALUE - 8) + " are allowed");
        }
    }

    /** Columns of every stored row. */
    int rowLength() {
        return depth == 1 ? cols : width;
    }

    /** The first stored row of a factor, counted from 0. */
    int firstRow(int factor) {
        return factor == 0 ? 0 : rows + (factor - 1) * width;
    }

    /** Stored rows of all factors. */
    int storedRows() {
        return depth == 1 ? rows : firstRow(depth - 1) + cols;
    }

    /** Zeros in the layout of the weights. */
    float[][] allocate() {
        return new float[storedRows()][rowLength()];
    }

    /** Rows of a factor in the product W_1 ... W_d, not as stored. */
    int rowsOf(int factor) {
        return factor == 0 ? rows : width;
    }

    /** Columns of a factor in the product W_1 ... W_d, not as stored. */
    int colsOf(int factor) {
        return factor == depth - 1 ? cols : width;
    }

    private boolean transposed(int factor) {
        return factor > 0 && factor == depth - 1;
    }

    float get(float[][] stored, int factor, int row, int col) {
        int first = firstRow(factor);
        return transposed(factor) ? stored[first + col][row] : stored[first + row][col];
    }

    void set(float[][] stored, int factor, int row, int col, float value) {
        int first = firstRow(factor);
        if (transposed(factor)) {
            stored[first + col][row] = value;
        } else {
            stored[first + row][col] = value;
        }
    }
}
