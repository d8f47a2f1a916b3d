package org.guesscheck.core.sampler.conditional;

/**
 * Lower-triangular factors of symmetric, positive semidefinite matrices in double precision, row by row, in a fixed order of
 * operations (Golub and Van Loan, "Matrix Computations", 4.2).
 */
final class Cholesky {
    /** Far above rounding, 1e-16 times the size, and far below any pivot that matters. */
    private static final double ZERO = 1e-13;

    private Cholesky() {}

    /**
     * Replaces the lower triangle of a size x size matrix by its factor. A pivot below a share of the largest diagonal entry
     * counts as zero, and so does its column: such a factor still has L L^T equal to the matrix.
     */
    static void factor(double[] a, int size) {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, a[i * size + i]);
        }
        for (int i = 0; i < size; i++) {
            double pivot = eliminate(a, size, i);
            a[i * size + i] = pivot > ZERO * largest ? Math.sqrt(pivot) : 0;
        }
    }

    /** The same for a matrix whose pivots are known to be no smaller than a number above 0, whatever rounding says. */
    static void factorAbove(double[] a, int size, double least) {
        for (int i = 0; i < size; i++) {
            a[i * size + i] = Math.sqrt(Math.max(least, eliminate(a, size, i)));
        }
    }

    private static double eliminate(double[] a, int size, int i) {
        int row = i * size;
        forward(a, size, a, row, i);
        return a[row + i] - dot(a, row, a, row, i);
    }

    /** Solves L x = b for the first entries, in place; entries of zero columns become 0. */
    static void forward(double[] factor, int size, double[] b, int at, int entries) {
        for (int j = 0; j < entries; j++) {
            int row = j * size;
            double pivot = factor[row + j];
            b[at + j] = pivot == 0 ? 0 : (b[at + j] - dot(factor, row, b, at, j)) / pivot;
        }
    }

    /** Solves L^T x = b in place, for a factor without zero columns. */
    static void backward(double[] factor, int size, double[] b) {
        for (int i = size - 1; i >= 0; i--) {
            int row = i * size;
            double x = b[i] / factor[row + i];
            b[i] = x;
            for (int j = 0; j < i; j++) {
                b[j] = Math.fma(-factor[row + j], x, b[j]);
            }
        }
    }

    /** A sum of products in four interleaved chains. */
    static double dot(double[] a, int i, double[] b, int j, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            s0 = Math.fma(a[i + k], b[j + k], s0);
            s1 = Math.fma(a[i + k + 1], b[j + k + 1], s1);
            s2 = Math.fma(a[i + k + 2], b[j + k + 2], s2);
            s3 = Math.fma(a[i + k + 3], b[j + k + 3], s3);
        }
        double sum = (s0 + s1) + (s2 + s3);
        for (; k < count; k++) {
            sum = Math.fma(a[i + k], b[j + k], sum);
        }
        return sum;
    }
}
