package org.guesscheck.core.random;

/**
 * A chi variable as a polynomial of one normal number, so that it costs no more than the normal number.
 *
 * <p>The polynomial interpolates {@link ChiQuantile} at Chebyshev's points of the range that the normal transform can reach.
 * Evaluated with fma in single precision its relative error stays below 1e-6, from {@link #LEAST_FREEDOM} degrees of
 * freedom on.
 */
public final class ChiPolynomial {
    /** Below this the transport bends too much near zero for one polynomial. */
    public static final int LEAST_FREEDOM = 32;

    /** The normal transform ends at 6.556. */
    static final double RANGE = 6.6;

    private static final int DEGREE = 10;

    private final float[] coefficients = new float[DEGREE + 1];

    /**
     * Fits the polynomial.
     *
     * @param freedom degrees of freedom, at least {@link #LEAST_FREEDOM}
     */
    public ChiPolynomial(int freedom) {
        int points = DEGREE + 1;
        double[] chebyshev = new double[points];
        for (int i = 0; i < points; i++) {
            double angle = StrictMath.PI * (i + 0.5) / points;
            double value = ChiQuantile.of(RANGE * StrictMath.cos(angle), freedom);
            for (int j = 0; j < points; j++) {
                chebyshev[j] += (j == 0 ? 1.0 : 2.0) / points * value * StrictMath.cos(j * angle);
            }
        }
        double[] powers = powers(chebyshev);
        double scale = 1;
        for (int j = 0; j < points; j++) {
            coefficients[j] = (float) (powers[j] * scale);
            scale /= RANGE;
        }
    }

    /** The coefficients of powers from those of Chebyshev's polynomials T_j: T_0 = 1, T_1 = t, T_j = 2 t T_(j-1) - T_(j-2). */
    private static double[] powers(double[] chebyshev) {
        double[] sum = new double[chebyshev.length];
        double[] before = new double[chebyshev.length];
        double[] now = new double[chebyshev.length];
        now[0] = 1;
        for (int j = 0; j < chebyshev.length; j++) {
            double[] next = new double[chebyshev.length];
            for (int i = 0; i < chebyshev.length; i++) {
                sum[i] += chebyshev[j] * now[i];
                next[i] = (i > 0 ? (j == 0 ? 1 : 2) * now[i - 1] : 0) - (j == 0 ? 0 : before[i]);
            }
            before = now;
            now = next;
        }
        return sum;
    }

    /**
     * Turns normal numbers into chi variables, in place.
     *
     * @param values the numbers
     * @param from index of the first
     * @param count how many
     */
    public void apply(float[] values, int from, int count) {
        float[] c = coefficients;
        for (int i = from; i < from + count; i++) {
            float z = values[i];
            float upper = Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, c[10], c[9]), c[8]), c[7]), c[6]);
            float middle = Math.fma(z, Math.fma(z, Math.fma(z, upper, c[5]), c[4]), c[3]);
            values[i] = Math.fma(z, Math.fma(z, Math.fma(z, middle, c[2]), c[1]), c[0]);
        }
    }
}
