package org.guesscheck.core.matrix;

import java.util.Arrays;

/** The places of a sparse matrix's entries, without their values, in compressed sparse rows; immutable. */
public final class SparseMatrix {
    private final int rows;
    private final int cols;
    /** Row i has the entries start[i] to start[i + 1] - 1. */
    private final int[] start;
    /** The column of every entry, rising within a row. */
    private final int[] columns;

    private SparseMatrix(int rows, int cols, int[] start, int[] columns) {
        this.rows = rows;
        this.cols = cols;
        this.start = start;
        this.columns = columns;
    }

    /**
     * Makes the matrix from its places, which must rise strictly.
     *
     * @param rows rows, at least 1
     * @param cols columns, at least 1
     * @param positions the places counted row by row from 0, each below rows * cols
     * @return the matrix; entry e is at positions[e]
     * @throws IllegalArgumentException if rows or columns are not 1 to 2^31 - 10, or a position is out of range or not above the
     *     position before
     */
    public static SparseMatrix of(int rows, int cols, int[] positions) {
        requireSize("rows", rows);
        requireSize("cols", cols);
        int[] start = new int[rows + 1];
        int[] columns = new int[positions.length];
        long before = -1;
        for (int e = 0; e < positions.length; e++) {
            if (positions[e] <= before || positions[e] >= (long) rows * cols) {
                throw new IllegalArgumentException("positions[" + e + "]: " + positions[e] + "; " + (before + 1)
                        + " to " + ((long) rows * cols - 1) + " is allowed");
            }
            before = positions[e];
            start[positions[e] / cols + 1]++;
            columns[e] = positions[e] % cols;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return new SparseMatrix(rows, cols, start, columns);
    }

    private static void requireSize(String name, int value) {
        if (value < 1 || value > Integer.MAX_VALUE - 9) {
            throw new IllegalArgumentException(
                    name + ": " + value + "; 1 to " + (Integer.MAX_VALUE - 9) + " is allowed");
        }
    }

    /**
     * The transposed matrix.
     *
     * @return the transposed matrix, cols x rows; its entries are numbered row by row anew, see {@link #transposition}
     */
    public SparseMatrix transposed() {
        int[] from = new int[cols + 1];
        for (int column : columns) {
            from[column + 1]++;
        }
        Arrays.parallelPrefix(from, Integer::sum);
        int[] order = transposition();
        int[] rowOf = new int[columns.length];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(rowOf, start[i], start[i + 1], i);
        }
        int[] transposed = new int[columns.length];
        for (int e = 0; e < transposed.length; e++) {
            transposed[e] = rowOf[order[e]];
        }
        return new SparseMatrix(cols, rows, from, transposed);
    }

    /**
     * The permutation of the entries between this matrix and {@link #transposed}.
     *
     * @return for each entry of the transposed matrix, the number of the same entry in this matrix
     */
    public int[] transposition() {
        int[] next = new int[cols + 1];
        for (int column : columns) {
            next[column + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[columns.length];
        for (int e = 0; e < order.length; e++) {
            order[next[columns[e]]++] = e;
        }
        return order;
    }

    /**
     * The number of rows.
     *
     * @return at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of columns.
     *
     * @return at least 1
     */
    public int cols() {
        return cols;
    }

    /**
     * The number of entries.
     *
     * @return 0 to rows * cols
     */
    public int count() {
        return columns.length;
    }

    /**
     * The column of an entry.
     *
     * @param entry number of the entry, below {@link #count}
     * @return 0 to cols - 1
     */
    public int column(int entry) {
        return columns[entry];
    }

    /**
     * The first entry of a row whose column is at least the given one.
     *
     * @param row the row, or {@link #rows} for column 0
     * @param column the column, 0 to cols
     * @return number of the entry; if there is none, the number after the row's last entry
     */
    public int first(int row, int column) {
        if (column <= 0) {
            return start[row];
        }
        if (column >= cols) {
            return start[row + 1];
        }
        int found = Arrays.binarySearch(columns, start[row], start[row + 1], column);
        return found < 0 ? -1 - found : found;
    }
}
