package org.guesscheck.core.random;

/**
 * The chi variable that has as much probability below it as a normal number has below itself, in double precision; used to
 * prepare {@link ChiPolynomial}, never in the loop.
 *
 * <p>The regularised incomplete gamma function is taken from its series or its continued fraction (NIST DLMF 8.11.4 and 8.9.2),
 * always on the side of the smaller tail, so that tails keep their digits.
 */
final class ChiQuantile {
    private static final int TERMS = 10_000_000;
    private static final double TINY = 1e-300;
    private static final double LOG_ROOT_PI = 0.5 * StrictMath.log(StrictMath.PI);

    private ChiQuantile() {}

    /**
     * The transport from the normal to the chi distribution.
     *
     * @param normal a number z, between -8 and 8
     * @param freedom degrees of freedom, at least 32
     * @return c with P(chi below c) = P(normal below z), to about 1e-10 of its value
     */
    static double of(double normal, int freedom) {
        double shape = freedom / 2.0;
        double tail = normal == 0 ? 0.5 : 0.5 * tail(0.5, normal * normal / 2, LOG_ROOT_PI, true);
        double logGamma = logGamma(shape);
        double low = 0;
        double high = shape + 20 * StrictMath.sqrt(shape) + 200;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            // Both tails are compared from their own side: the lower one rises with the argument, the upper one falls.
            double found = tail(shape, middle, logGamma, normal > 0);
            if (normal > 0 ? found > tail : found < tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.sqrt(low + high);
    }

    private static double tail(double a, double x, double logGamma, boolean upper) {
        double front = StrictMath.exp(a * StrictMath.log(x) - x - logGamma);
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; n < TERMS && term > 1e-17 * sum; n++) {
                term *= x / (a + n);
                sum += term;
            }
            return upper ? 1 - front * sum : front * sum;
        }
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double fraction = d;
        for (int n = 1; n < TERMS; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / nonZero(numerator * d + b);
            c = nonZero(b + numerator / c);
            fraction *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return upper ? front * fraction : 1 - front * fraction;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series (NIST DLMF 5.11.1), for arguments of 16 and more. */
    private static double logGamma(double x) {
        double i = 1 / (x * x);
        double series = (1.0 / 12 - i * (1.0 / 360 - i * (1.0 / 1260 - i * (1.0 / 1680 - i / 1188)))) / x;
        return (x - 0.5) * StrictMath.log(x) - x + 0.5 * StrictMath.log(2 * StrictMath.PI) + series;
    }
}
