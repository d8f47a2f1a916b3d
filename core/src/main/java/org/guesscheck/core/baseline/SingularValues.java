package org.guesscheck.core.baseline;

/**
 * Singular value decomposition of a small matrix by one-sided Jacobi rotations (Hestenes 1958; Golub and Van Loan, "Matrix
 * Computations", section 8.6.3): columns are rotated in pairs until all are orthogonal. Their lengths are then the singular
 * values.
 */
final class SingularValues {
    /** Columns count as orthogonal when the cosine of their angle is not larger. */
    private static final double ORTHOGONAL = 1e-15;

    private static final int MOST_SWEEPS = 60;

    private final int rows;
    private final int cols;
    /** The singular values times the left vectors, column after column. */
    private final double[][] left;
    /** The right vectors, column after column. */
    private final double[][] right;

    private SingularValues(int rows, int cols, double[] matrix) {
        this.rows = rows;
        this.cols = cols;
        left = new double[cols][rows];
        right = new double[cols][cols];
        for (int c = 0; c < cols; c++) {
            for (int r = 0; r < rows; r++) {
                left[c][r] = matrix[r * cols + c];
            }
            right[c][c] = 1;
        }
    }

    /** Decomposes a matrix that is given row by row. */
    static SingularValues of(int rows, int cols, double[] matrix) {
        SingularValues all = new SingularValues(rows, cols, matrix);
        for (int sweep = 0; sweep < MOST_SWEEPS && all.sweep(); sweep++) {
            // The loop's condition does the work.
        }
        return all;
    }

    /** One rotation for each pair of columns; whether one of them was not orthogonal yet. */
    private boolean sweep() {
        boolean rotated = false;
        for (int p = 0; p < cols; p++) {
            for (int q = p + 1; q < cols; q++) {
                double pp = FittingMatrices.dot(left[p], left[p]);
                double qq = FittingMatrices.dot(left[q], left[q]);
                double pq = FittingMatrices.dot(left[p], left[q]);
                if (Math.abs(pq) > ORTHOGONAL * Math.sqrt(pp * qq)) {
                    double zeta = (qq - pp) / (2 * pq);
                    double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
                    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
                    rotate(left[p], left[q], cosine, cosine * tangent);
                    rotate(right[p], right[q], cosine, cosine * tangent);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private static void rotate(double[] a, double[] b, double cosine, double sine) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            a[i] = cosine * x - sine * b[i];
            b[i] = sine * x + cosine * b[i];
        }
    }

    private double value(int c) {
        return Math.sqrt(FittingMatrices.dot(left[c], left[c]));
    }

    /** The sum of the singular values. */
    double nuclearNorm() {
        double sum = 0;
        for (int c = 0; c < cols; c++) {
            sum += value(c);
        }
        return sum;
    }

    /** The largest singular value. */
    double spectralNorm() {
        double largest = 0;
        for (int c = 0; c < cols; c++) {
            largest = Math.max(largest, value(c));
        }
        return largest;
    }

    /** The matrix with every singular value diminished by an amount, or zero where that is larger. */
    double[] shrunk(double amount) {
        double[] matrix = new double[rows * cols];
        for (int k = 0; k < cols; k++) {
            double value = value(k);
            double factor = value > amount ? (value - amount) / value : 0;
            for (int r = 0; r < rows && factor > 0; r++) {
                for (int c = 0; c < cols; c++) {
                    matrix[r * cols + c] = Math.fma(factor * left[k][r], right[k][c], matrix[r * cols + c]);
                }
            }
        }
        return matrix;
    }
}
