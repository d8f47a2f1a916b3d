package org.guesscheck.core.exact;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * The density of a product G = X_1 ... X_d of independent standard normal matrices: X_1 rows x width, then width x width, X_d
 * width x cols, with rows at most width and cols.
 *
 * <p>Rotations of rows or columns do not change the law of G, so its density at a matrix depends on the singular values alone.
 * In law G = L_1 ... L_d Q with Q of orthonormal rows and lower triangular factors (Bartlett's decomposition of the first factor, whose
 * orthonormal rows leave the law of the second one as it is, and so on). On their diagonals are chi variables, in row i counted from
 * 0 of width - i degrees of freedom, and of cols - i in L_d; below are normals. So the density at a matrix is that of L = L_1 ... L_d
 * at the diagonal matrix of the singular values, over the volume that belongs to L (Muirhead 1982, theorem 2.1.13).
 *
 * <p>Two integrals are left: over the ways to share out a singular value among the chi variables of its row, and over the normals of all
 * rows but the last. The integrands are positive and vary little. Every call draws their variables once and returns an unbiased
 * estimate.
 */
final class ProductDensity {
    private static final double LOG_2 = Math.log(2);

    private final int rows;
    private final int cols;
    private final int depth;
    private final UniformRandomProvider random;
    private final double[][][] factors;
    private final ChiProduct[] diagonal;
    private final TriangularRow[] below;
    private final double constant;

    /**
     * A density of products of a shape.
     *
     * @throws IllegalArgumentException if there are more rows than columns, or than the width of more than one factor
     */
    ProductDensity(int rows, int cols, int width, int depth, UniformRandomProvider random) {
        if (rows > cols || depth > 1 && rows > width) {
            throw new IllegalArgumentException("rows: " + rows + "; at most width and columns is allowed");
        }
        this.rows = rows;
        this.cols = cols;
        this.depth = depth;
        this.random = random;
        factors = new double[depth][rows][rows];
        diagonal = new ChiProduct[rows];
        below = new TriangularRow[rows];
        double logVolume = 0;
        for (int i = 0; i < rows; i++) {
            diagonal[i] = new ChiProduct(width - i, cols - i, depth, random);
            below[i] = new TriangularRow(i, factors, random);
            logVolume += logSphere(cols - i);
        }
        constant = -logVolume;
    }

    /** The logarithm of the area of the unit sphere in so many dimensions. */
    static double logSphere(int dimensions) {
        return LOG_2 + dimensions * Math.log(Math.PI) / 2 - LogGamma.value(dimensions / 2.0);
    }

    /**
     * Draws an unbiased estimate of the density of G.
     *
     * @param sigma singular values of the matrix, all above 0, in any order: the smallest first has the least scatter
     * @return its logarithm
     */
    double logDensity(double[] sigma) {
        double log = drawDiagonal(sigma, 0);
        return log - squares() / 2 + drawBelow(0);
    }

    /**
     * Draws an unbiased estimate of the density of G over its Frobenius norm on the unit sphere of rows * cols dimensions. The
     * integral over the norm is a gamma integral.
     *
     * @param sigma singular values as in {@link #logDensity}, with 1 as sum of their squares
     * @param logNorm a typical logarithm of the norm, as {@link #logNorm} has it: only the scatter depends on it
     * @return its logarithm
     */
    double logDirectionDensity(double[] sigma, double logNorm) {
        double log = drawDiagonal(sigma, logNorm);
        double shape = rows * (rows - 1) / 4.0;
        for (ChiProduct row : diagonal) {
            shape += row.degrees() / 2;
        }
        double rate = squares() / 2;
        // The norm of G is the product of d factors, each of them multiplied by the root of this.
        double square = AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / rate)
                .sample();
        for (ChiProduct row : diagonal) {
            row.multiply(Math.sqrt(square));
        }
        log += Math.log(depth / 2.0) + LogGamma.value(shape) - shape * Math.log(rate);
        return log + drawBelow((depth - 1) * Math.log(square) / 2);
    }

    private double drawDiagonal(double[] sigma, double logNorm) {
        double log = constant;
        for (int i = 0; i < rows; i++) {
            double logSigma = Math.log(sigma[i]);
            log += diagonal[i].draw(logSigma, diagonal[i].tilt(logNorm + logSigma));
            // From the density of the logarithm to that of the number, and from L to G.
            log -= (cols - i) * logSigma;
        }
        return log;
    }

    private double squares() {
        double sum = 0;
        for (ChiProduct row : diagonal) {
            sum += row.squares();
        }
        return sum;
    }

    /** The logarithm of the density of all numbers below the diagonal at 0; each of them is divided by a scale first. */
    private double drawBelow(double logScale) {
        double log = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < depth; j++) {
                factors[j][i][i] = diagonal[i].values()[j];
            }
            log += below[i].logDensityAtZero() + i * logScale;
            if (i < rows - 1) {
                below[i].drawGivenZero();
            }
        }
        return log;
    }

    /** The logarithm of a norm from about which most of the density at a direction comes: there its derivative is 0, nearly. */
    double logNorm(double[] sigma) {
        double low = -20;
        double high = 20;
        while (high - low > 0.01) {
            double middle = (low + high) / 2;
            double tilts = 0;
            for (int i = 0; i < rows; i++) {
                tilts += diagonal[i].tilt(middle + Math.log(sigma[i]));
            }
            if (tilts < rows * (rows - 1) / (2.0 * depth)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
