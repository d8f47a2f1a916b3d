package org.guesscheck.core.exact;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The density of a product of 2 x width, width x width ..., width x 2 standard normal matrices over its norm, on the unit sphere
 * of 2 x 2 matrices, by quadrature.
 *
 * <p>With cosh t = 1 / (2 s_1 s_2), where s_1 and s_2 are the singular values, the spherical functions of 2 x 2 matrices are Legendre
 * functions P_(-1/2 + iv)(cosh t). The mean of such a function over a product of independent matrices is the product of the means over the factors (Helgason 1984, chapter
 * IV), which are gamma functions, and the transform of Mehler and Fock turns means into the density.
 */
final class ConicalDensity {
    private static final double STEP = 0.05;
    private static final double LARGEST = 30;
    private static final int ANGLES = 4000;
    private static final int SHIFTS = 12;

    private ConicalDensity() {}

    /** The density where singular values have a ratio of exp(t). */
    static double of(double t, int width, int depth) {
        double sum = 0;
        for (double v = STEP; v < LARGEST; v += STEP) {
            double log = (depth - 1) * logMean(width, v) + logMean(2, v);
            sum += STEP * v * Math.tanh(Math.PI * v) * legendre(v, t) * Math.exp(log);
        }
        return Math.cosh(t) * Math.cosh(t) / (2 * Math.PI * Math.PI) * sum;
    }

    /** The logarithm of the mean of the spherical function over 2 x n normal matrices. */
    private static double logMean(int n, double v) {
        return logSquaredGamma((n - 0.5) / 2, v / 2) - LogGamma.value(n / 2.0) - LogGamma.value((n - 1) / 2.0);
    }

    /** P_(-1/2 + iv)(cosh t), by Laplace's integral. */
    private static double legendre(double v, double t) {
        double sum = 0;
        for (int k = 0; k < ANGLES; k++) {
            double base = Math.cosh(t) + Math.sinh(t) * Math.cos(Math.PI * (k + 0.5) / ANGLES);
            sum += Math.cos(v * Math.log(base)) / Math.sqrt(base);
        }
        return sum / ANGLES;
    }

    /** The logarithm of the squared magnitude of gamma(x + iy), by Stirling's series. */
    private static double logSquaredGamma(double x, double y) {
        double log = 0;
        for (int k = 0; k < SHIFTS; k++) {
            log -= Math.log((x + k) * (x + k) + y * y);
        }
        double a = x + SHIFTS;
        double squares = a * a + y * y;
        // Real parts of 1/z and 1/z^3.
        double inverse = a / squares;
        double cube = a * (a * a - 3 * y * y) / (squares * squares * squares);
        double half = (a - 0.5) * Math.log(squares) / 2
                - y * Math.atan2(y, a)
                - a
                + Math.log(2 * Math.PI) / 2
                + inverse / 12
                - cube / 360;
        return log + 2 * half;
    }
}
