package org.guesscheck.core.baseline;

/**
 * Singular values of a small matrix by one-sided Jacobi rotations (Hestenes 1958; Golub and Van Loan, "Matrix Computations",
 * section 8.6.3): columns are rotated in pairs until all are orthogonal. Their lengths are then the singular values.
 *
 * @param values as many as the matrix has columns, in no order
 */
record SingularValues(double[] values) {
    /** Columns count as orthogonal when the cosine of their angle is not larger. */
    private static final double ORTHOGONAL = 1e-15;

    private static final int MOST_SWEEPS = 60;

    /** Of a matrix that is given row by row. */
    static SingularValues of(int rows, int cols, double[] matrix) {
        double[][] columns = new double[cols][rows];
        for (int c = 0; c < cols; c++) {
            for (int r = 0; r < rows; r++) {
                columns[c][r] = matrix[r * cols + c];
            }
        }
        int sweeps = 0;
        while (sweeps < MOST_SWEEPS && sweep(columns)) {
            sweeps++;
        }
        double[] values = new double[cols];
        for (int c = 0; c < cols; c++) {
            values[c] = Dense.norm(columns[c]);
        }
        return new SingularValues(values);
    }

    /** One rotation for each pair of columns; whether a pair was not orthogonal yet. */
    private static boolean sweep(double[][] columns) {
        boolean rotated = false;
        for (int p = 0; p < columns.length; p++) {
            for (int q = p + 1; q < columns.length; q++) {
                double pp = Dense.dot(columns[p], columns[p]);
                double qq = Dense.dot(columns[q], columns[q]);
                double pq = Dense.dot(columns[p], columns[q]);
                if (Math.abs(pq) > ORTHOGONAL * Math.sqrt(pp * qq)) {
                    double zeta = (qq - pp) / (2 * pq);
                    double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
                    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
                    rotate(columns[p], columns[q], cosine, cosine * tangent);
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

    /** Their sum. */
    double nuclearNorm() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The largest. */
    double spectralNorm() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
