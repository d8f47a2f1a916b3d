package org.guesscheck.core.estimate;

/** The regularised incomplete beta function and its inverse. */
final class IncompleteBeta {
    private static final int ITERATIONS = 100_000;
    private static final double TINY = 1e-300;

    private IncompleteBeta() {}

    /** I_x(a, b) by the continued fraction of NIST DLMF 8.17.22, evaluated by the modified method of Lentz (1976). */
    static double of(double x, double a, double b) {
        return x <= 0 ? 0 : x >= 1 ? 1 : of(x, 1 - x, a, b);
    }

    /** I_x(a, b), given x and y = 1 - x. Both are passed because 1 - x, computed here, would lose the digits of a small y. */
    private static double of(double x, double y, double a, double b) {
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - of(y, x, b, a);
        }
        double logFront = a * logOf(x, y) + b * logOf(y, x) - logBeta(a, b);
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m < ITERATIONS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            fraction *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            fraction *= c * d;
            if (Math.abs(c * d - 1) < 1e-15) {
                break;
            }
        }
        return StrictMath.exp(logFront) * fraction / a;
    }

    /** The x with I_x(a, b) = p, by bisection of ln x, so that a tiny x has as many correct digits as a large one. */
    static double inverse(double p, double a, double b) {
        double low = StrictMath.log(TINY);
        double high = 0;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (of(StrictMath.exp(middle), a, b) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logOf(double value, double complement) {
        return complement < 0.5 ? StrictMath.log1p(-complement) : StrictMath.log(value);
    }

    /** ln B(a, b). For a large argument the difference of two log-gammas is taken term by term, because whole they would cancel. */
    private static double logBeta(double first, double second) {
        double a = Math.min(first, second);
        double b = Math.max(first, second);
        if (b < 15) {
            return logGamma(a) + logGamma(b) - logGamma(a + b);
        }
        double rise =
                (b - 0.5) * StrictMath.log1p(a / b) + a * StrictMath.log(a + b) - a + stirling(a + b) - stirling(b);
        return logGamma(a) - rise;
    }

    private static double stirling(double x) {
        double i = 1 / (x * x);
        return (1.0 / 12 - i * (1.0 / 360 - i * (1.0 / 1260 - i * (1.0 / 1680 - i / 1188)))) / x;
    }

    /** Stirling's series (NIST DLMF 5.11.1) after the recurrence has lifted the argument above 15. */
    static double logGamma(double z) {
        double shift = 0;
        double x = z;
        while (x < 15) {
            shift += StrictMath.log(x);
            x++;
        }
        return (x - 0.5) * StrictMath.log(x) - x + 0.5 * StrictMath.log(2 * StrictMath.PI) + stirling(x) - shift;
    }
}
