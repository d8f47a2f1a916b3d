package org.guesscheck.core.exact;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The numbers to the left of the diagonal in one row of a product L_1 ... L_d of lower triangular matrices with independent
 * normals below the diagonal.
 *
 * <p>With a_k the diagonal of the row and T_k the block of the rows above it, both of L_k, the row of the product is the sum of
 * a_1 ... a_(k-1) b_k T_(k+1) ... T_d over k, where b_k is the row of L_k: given everything but the b_k, it is normal.
 */
final class TriangularRow {
    private final int size;
    private final double[][][] factors;
    private final ZigguratSampler normal;
    private final double[] prefix;
    private final double[][][] suffix;
    private final double[][] cholesky;

    /**
     * Takes the row's number, counted from 0, which is the count of numbers left of its diagonal.
     *
     * @param factors L_1 to L_d; diagonal and rows above are read, and the row is written
     */
    TriangularRow(int size, double[][][] factors, UniformRandomProvider random) {
        this.size = size;
        this.factors = factors;
        normal = ZigguratSampler.NormalizedGaussian.of(random);
        prefix = new double[factors.length];
        suffix = new double[factors.length][size][size];
        cholesky = new double[size][size];
    }

    /** The logarithm of the row's density at 0. */
    double logDensityAtZero() {
        multiply();
        double logRoot = 0;
        for (int r = 0; r < size; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = 0;
                for (int k = 0; k < prefix.length; k++) {
                    sum += prefix[k] * prefix[k] * columns(suffix[k], r, c);
                }
                for (int u = 0; u < c; u++) {
                    sum -= cholesky[r][u] * cholesky[c][u];
                }
                cholesky[r][c] = r == c ? Math.sqrt(sum) : sum / cholesky[c][c];
            }
            logRoot += Math.log(cholesky[r][r]);
        }
        return -size * Math.log(2 * Math.PI) / 2 - logRoot;
    }

    private void multiply() {
        double product = 1;
        for (int k = 0; k < prefix.length; k++) {
            prefix[k] = product;
            product *= factors[k][size][size];
        }
        for (int r = 0; r < size; r++) {
            suffix[prefix.length - 1][r][r] = 1;
        }
        for (int k = prefix.length - 1; k > 0; k--) {
            for (int r = 0; r < size; r++) {
                for (int c = 0; c <= r; c++) {
                    double sum = 0;
                    for (int u = c; u <= r; u++) {
                        sum += factors[k][r][u] * suffix[k][u][c];
                    }
                    suffix[k - 1][r][c] = sum;
                }
            }
        }
    }

    private double columns(double[][] matrix, int a, int b) {
        double sum = 0;
        for (double[] row : matrix) {
            sum += row[a] * row[b];
        }
        return sum;
    }

    /** Draws the row of every factor, given that the row of the product is 0: normals, and their projection taken away. */
    void drawGivenZero() {
        double[] sum = new double[size];
        for (int k = 0; k < prefix.length; k++) {
            double[] row = factors[k][size];
            for (int c = 0; c < size; c++) {
                row[c] = normal.sample();
            }
            for (int c = 0; c < size; c++) {
                for (int u = c; u < size; u++) {
                    sum[c] += prefix[k] * row[u] * suffix[k][u][c];
                }
            }
        }
        solve(sum);
        for (int k = 0; k < prefix.length; k++) {
            for (int u = 0; u < size; u++) {
                for (int c = 0; c <= u; c++) {
                    factors[k][size][u] -= prefix[k] * suffix[k][u][c] * sum[c];
                }
            }
        }
    }

    /** Replaces a vector by the inverse of the covariance times it. */
    private void solve(double[] x) {
        for (int r = 0; r < size; r++) {
            for (int u = 0; u < r; u++) {
                x[r] -= cholesky[r][u] * x[u];
            }
            x[r] /= cholesky[r][r];
        }
        for (int r = size - 1; r >= 0; r--) {
            for (int u = r + 1; u < size; u++) {
                x[r] -= cholesky[u][r] * x[u];
            }
            x[r] /= cholesky[r][r];
        }
    }
}
