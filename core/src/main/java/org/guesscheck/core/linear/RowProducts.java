package org.guesscheck.core.linear;

/**
 * Products of matrices that are arrays of rows, computed as sums of whole rows. The inner loops use one common index for all
 * arrays: the JIT compiler turns such loops into vector code. No sum goes across lanes, so every sum has the order of the rows.
 */
public final class RowProducts {
    /** Columns of one tile: 4 KiB of a row, so that the 64 rows of a block stay in the second-level cache. */
    public static final int TILE = 512;

    /** Rows of the right factor in one block. */
    private static final int BLOCK = 64;

    private RowProducts() {}

    /**
     * Adds a product to a matrix: out[outFrom + r] += sum over s of coefficients[r][s] * in[inFrom + s].
     *
     * @param out the sums
     * @param outFrom the first row of the sums
     * @param coefficients the left factor, with one row for each row of the sums
     * @param in the right factor
     * @param inFrom the first row of the right factor, which has as many rows as the left factor has columns
     * @param from the first column of the sums and of the right factor
     * @param to the column after the last
     * @param checkpoint asked every few milliseconds; ends the work by throwing
     */
    public static void add(
            double[][] out,
            int outFrom,
            double[][] coefficients,
            double[][] in,
            int inFrom,
            int from,
            int to,
            Runnable checkpoint) {
        int inner = coefficients.length == 0 ? 0 : coefficients[0].length;
        for (int column = from; column < to; column += TILE) {
            int end = Math.min(to, column + TILE);
            for (int block = 0; block < inner; block += BLOCK) {
                checkpoint.run();
                int last = Math.min(inner, block + BLOCK);
                for (int r = 0; r < coefficients.length; r += 2) {
                    boolean pair = r + 1 < coefficients.length;
                    for (int s = block; s < last; s += 4) {
                        if (pair && s + 3 < last) {
                            pair(
                                    out,
                                    outFrom + r,
                                    coefficients[r],
                                    coefficients[r + 1],
                                    s,
                                    in,
                                    inFrom + s,
                                    column,
                                    end);
                        } else {
                            rest(out, outFrom, coefficients, r, s, Math.min(last, s + 4), in, inFrom, column, end);
                        }
                    }
                }
            }
        }
    }

    private static void pair(
            double[][] out, int row, double[] c, double[] d, int s, double[][] in, int at, int from, int to) {
        double c0 = c[s], c1 = c[s + 1], c2 = c[s + 2], c3 = c[s + 3];
        double d0 = d[s], d1 = d[s + 1], d2 = d[s + 2], d3 = d[s + 3];
        add(
                out[row],
                out[row + 1],
                in[at],
                in[at + 1],
                in[at + 2],
                in[at + 3],
                c0,
                c1,
                c2,
                c3,
                d0,
                d1,
                d2,
                d3,
                from,
                to);
    }

    private static void add(
            double[] x,
            double[] y,
            double[] a0,
            double[] a1,
            double[] a2,
            double[] a3,
            double c0,
            double c1,
            double c2,
            double c3,
            double d0,
            double d1,
            double d2,
            double d3,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            x[j] = Math.fma(c3, a3[j], Math.fma(c2, a2[j], Math.fma(c1, a1[j], Math.fma(c0, a0[j], x[j]))));
            y[j] = Math.fma(d3, a3[j], Math.fma(d2, a2[j], Math.fma(d1, a1[j], Math.fma(d0, a0[j], y[j]))));
        }
    }

    /** The same sums in the same order, for fewer than two rows or fewer than four summands. */
    private static void rest(
            double[][] out,
            int outFrom,
            double[][] coefficients,
            int row,
            int first,
            int last,
            double[][] in,
            int inFrom,
            int from,
            int to) {
        for (int r = row; r < Math.min(row + 2, coefficients.length); r++) {
            for (int s = first; s < last; s++) {
                add(out[outFrom + r], coefficients[r][s], in[inFrom + s], from, to);
            }
        }
    }

    private static void add(double[] x, double c, double[] a, int from, int to) {
        for (int j = from; j < to; j++) {
            x[j] = Math.fma(c, a[j], x[j]);
        }
    }

    /**
     * Transposes a matrix.
     *
     * @param matrix at least one row, all of one length
     * @return its columns as rows
     */
    public static double[][] transposed(double[][] matrix) {
        double[][] columns = new double[matrix[0].length][matrix.length];
        for (int first = 0; first < columns.length; first += BLOCK) {
            int end = Math.min(columns.length, first + BLOCK);
            for (int i = 0; i < matrix.length; i++) {
                for (int j = first; j < end; j++) {
                    columns[j][i] = matrix[i][j];
                }
            }
        }
        return columns;
    }

    /**
     * The inner product of two vectors in eight partial sums.
     *
     * @param a a vector
     * @param b a vector of the same length
     * @param from the first component of the sum
     * @return the sum of products
     */
    public static double dot(double[] a, double[] b, int from) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = from;
        for (; i + 7 < a.length; i += 8) {
            s0 = Math.fma(a[i], b[i], s0);
            s1 = Math.fma(a[i + 1], b[i + 1], s1);
            s2 = Math.fma(a[i + 2], b[i + 2], s2);
            s3 = Math.fma(a[i + 3], b[i + 3], s3);
            s4 = Math.fma(a[i + 4], b[i + 4], s4);
            s5 = Math.fma(a[i + 5], b[i + 5], s5);
            s6 = Math.fma(a[i + 6], b[i + 6], s6);
            s7 = Math.fma(a[i + 7], b[i + 7], s7);
        }
        double rest = 0;
        for (; i < a.length; i++) {
            rest = Math.fma(a[i], b[i], rest);
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7)) + rest;
    }

    /** y[j] += factor * x[j] for j from the given component on. */
    static void add(double[] y, double factor, double[] x, int from) {
        add(y, factor, x, from, y.length);
    }
}
