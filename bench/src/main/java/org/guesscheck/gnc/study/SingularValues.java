package org.guesscheck.gnc.study;

import java.util.Arrays;

/** Singular values of small matrices. */
final class SingularValues {
    /** The most cyclic sweeps. A few are enough for matrices of some tens of rows. */
    private static final int SWEEPS = 30;

    private SingularValues() {}

    /**
     * The singular values, by one-sided Jacobi rotations that make the columns orthogonal (Hestenes 1958).
     *
     * @param matrix row by row
     * @return one value for each column, the largest first
     */
    static double[] of(float[] matrix, int rows, int cols) {
        double[][] column = new double[cols][rows];
        for (int c = 0; c < cols; c++) {
            for (int r = 0; r < rows; r++) {
                column[c][r] = matrix[r * cols + c];
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < cols; p++) {
                for (int q = p + 1; q < cols; q++) {
                    rotate(column[p], column[q]);
                }
            }
        }
        double[] values = Arrays.stream(column)
                .mapToDouble(c -> Math.sqrt(dot(c, c)))
                .sorted()
                .toArray();
        for (int i = 0; i < cols / 2; i++) {
            double swapped = values[i];
            values[i] = values[cols - 1 - i];
            values[cols - 1 - i] = swapped;
        }
        return values;
    }

    private static void rotate(double[] a, double[] b) {
        double between = dot(a, b);
        if (between == 0) {
            return;
        }
        double zeta = (dot(b, b) - dot(a, a)) / (2 * between);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int r = 0; r < a.length; r++) {
            double old = a[r];
            a[r] = cosine * old - sine * b[r];
            b[r] = sine * old + cosine * b[r];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
