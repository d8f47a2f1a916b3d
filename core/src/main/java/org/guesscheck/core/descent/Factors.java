package org.guesscheck.core.descent;

import java.math.BigDecimal;

/**
 * Where the entries of the factors lie. All factors share one array of rows of one length, in order of the factors; the
 * last factor of two or more lies transposed, so that its rows too run over the width.
 */
record Factors(int rows, int cols, int width, int depth) {
    Factors {
        // In double precision, since three sizes multiplied may be more than a long holds.
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

    /** A zero for every weight. */
    float[][] allocate() {
        return new float[storedRows()][rowLength()];
    }

    /** Rows of a factor as it stands in the product. */
    int rowsOf(int factor) {
        return factor == 0 ? rows : width;
    }

    /** Columns of a factor as it stands in the product. */
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
