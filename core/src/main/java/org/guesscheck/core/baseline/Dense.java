package org.guesscheck.core.baseline;

/** Sums and products of small matrices in double precision; a matrix is an array of numbers row by row. */
final class Dense {
    private Dense() {}

    /** The inner product, in four sums that depend on the length alone. */
    static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = a.length & ~3;
        for (int e = 0; e < whole; e += 4) {
            s0 = Math.fma(a[e], b[e], s0);
            s1 = Math.fma(a[e + 1], b[e + 1], s1);
            s2 = Math.fma(a[e + 2], b[e + 2], s2);
            s3 = Math.fma(a[e + 3], b[e + 3], s3);
        }
        for (int e = whole; e < a.length; e++) {
            s0 = Math.fma(a[e], b[e], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** y += factor * x. */
    static void add(double[] y, double factor, double[] x) {
        for (int e = 0; e < y.length; e++) {
            y[e] = Math.fma(factor, x[e], y[e]);
        }
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double[] scaled(double[] a, double factor) {
        double[] out = a.clone();
        for (int e = 0; e < out.length; e++) {
            out[e] *= factor;
        }
        return out;
    }

    /** The product a b of a matrix of some rows with a matrix of some columns. */
    static double[] product(int rows, double[] a, double[] b, int cols) {
        int inner = a.length / rows;
        double[] out = new double[rows * cols];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < inner; i++) {
                double factor = a[r * inner + i];
                for (int c = 0; c < cols; c++) {
                    out[r * cols + c] = Math.fma(factor, b[i * cols + c], out[r * cols + c]);
                }
            }
        }
        return out;
    }

    static double[] transposed(int rows, int cols, double[] a) {
        double[] out = new double[a.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                out[c * rows + r] = a[r * cols + c];
            }
        }
        return out;
    }
}
