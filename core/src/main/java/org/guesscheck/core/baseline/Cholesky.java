package org.guesscheck.core.baseline;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Cholesky factorization of a positive definite matrix (Golub and Van Loan, "Matrix Computations", section 4.2).
 *
 * @param factor the lower triangular factor, row after row
 */
record Cholesky(double[][] factor) {
    /**
     * Factors a matrix.
     *
     * @param matrix symmetric, of which the lower triangle is read; overwritten by the factor
     * @param checkpoint called for every row; ends the work by throwing
     * @return empty if it is not positive definite
     */
    static Optional<Cholesky> of(double[][] matrix, Runnable checkpoint) {
        for (int i = 0; i < matrix.length; i++) {
            checkpoint.run();
            double[] row = matrix[i];
            for (int j = 0; j <= i; j++) {
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum = Math.fma(-row[k], matrix[j][k], sum);
                }
                if (j < i) {
                    row[j] = sum / matrix[j][j];
                } else if (sum > 0) {
                    row[i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
            Arrays.fill(row, i + 1, row.length, 0);
        }
        return Optional.of(new Cholesky(matrix));
    }

    /** The logarithm of the determinant. */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < factor.length; i++) {
            sum += StrictMath.log(factor[i][i]);
        }
        return 2 * sum;
    }

    /** The solution of a system with this matrix. */
    double[] solve(double[] right) {
        int n = factor.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] = Math.fma(-factor[i][k], x[k], x[i]);
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= factor[i][i];
            for (int k = 0; k < i; k++) {
                x[k] = Math.fma(-factor[i][k], x[i], x[k]);
            }
        }
        return x;
    }

    /** The inverse of this matrix, row by row. */
    double[] inverse() {
        int n = factor.length;
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            System.arraycopy(solve(unit), 0, inverse, i * n, n);
        }
        return inverse;
    }
}
