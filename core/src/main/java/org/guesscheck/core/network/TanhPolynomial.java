package org.guesscheck.core.network;

/**
 * The hyperbolic tangent in single precision, in two pieces: x N(x^2) where x^2 is below {@link #NEAR}, and elsewhere x P(x^2) / Q(x^2)
 * with x clamped to +-{@link #CLAMP}.
 *
 * <p>N has degree 8, P and Q have degree 4; their coefficients are this project's own fits, which weighted the relative error.
 * Evaluated with fma by Horner's rule, the relative error is below 2.1e-7 in the near piece and below 3.2e-7 everywhere. The largest
 * value is 1 + 2^-22. Where the pieces meet, the values rise by one unit in the last place.
 *
 * <p>The near piece needs no division, which takes longer than everything else together. Pre-activations of width 5 are in it with
 * a probability of 99.8%, of wider networks practically always.
 */
public final class TanhPolynomial {
    /** The square of an argument from which on the rational function is taken; NaN is not below it. */
    public static final float NEAR = 1.94f;

    /** The constant term of N. */
    public static final float N0 = 1.0f;
    /** Coefficient of x^2 in N. */
    public static final float N1 = -0.33333078026771545f;
    /** Coefficient of x^4 in N. */
    public static final float N2 = 0.13328956067562103f;
    /** Coefficient of x^6 in N. */
    public static final float N3 = -0.053706809878349304f;
    /** Coefficient of x^8 in N. */
    public static final float N4 = 0.021092474460601807f;
    /** Coefficient of x^10 in N. */
    public static final float N5 = -0.007527299225330353f;
    /** Coefficient of x^12 in N. */
    public static final float N6 = 0.0021462722215801477f;
    /** Coefficient of x^14 in N. */
    public static final float N7 = -0.00040549339610151947f;
    /** Coefficient of x^16 in N. */
    public static final float N8 = 3.623888915171847e-05f;

    /** The argument from which on tanh is 1 in single precision. */
    public static final float CLAMP = 9.01f;

    /** Coefficients of P, constant term first. */
    public static final float P0 = 1.0f;
    /** Coefficient of x^2 in P. */
    public static final float P1 = 0.1338045299053192f;
    /** Coefficient of x^4 in P. */
    public static final float P2 = 0.0034949053078889847f;
    /** Coefficient of x^6 in P. */
    public static final float P3 = 2.0597701222868636e-05f;
    /** Coefficient of x^8 in P. */
    public static final float P4 = 1.3338599558210262e-08f;
    /** Coefficients of Q, constant term first. */
    public static final float Q0 = 1.0f;
    /** Coefficient of x^2 in Q. */
    public static final float Q1 = 0.4671376943588257f;
    /** Coefficient of x^4 in Q. */
    public static final float Q2 = 0.025874393060803413f;
    /** Coefficient of x^6 in Q. */
    public static final float Q3 = 0.00032845119130797684f;
    /** Coefficient of x^8 in Q. */
    public static final float Q4 = 7.770047432131832e-07f;

    private TanhPolynomial() {}

    /**
     * The function of one number.
     *
     * @param value any number
     * @return its hyperbolic tangent; NaN for NaN
     */
    public static float tanh(float value) {
        float q = value * value;
        return q < NEAR ? near(value, q) : rational(value);
    }

    private static float near(float x, float q) {
        float upper = Math.fma(q, Math.fma(q, Math.fma(q, Math.fma(q, N8, N7), N6), N5), N4);
        return x * Math.fma(q, Math.fma(q, Math.fma(q, Math.fma(q, upper, N3), N2), N1), N0);
    }

    /**
     * The rational function for every argument, which gradient descent takes: a loop over it has no branch, so compilers make vectors
     * of it. It differs from {@link #tanh} by a few units in the last place.
     *
     * @param value any number
     * @return its hyperbolic tangent, with a relative error below 3.2e-7; NaN for NaN
     */
    public static float rational(float value) {
        float x = Math.max(-CLAMP, Math.min(CLAMP, value));
        float q = x * x;
        float top = Math.fma(q, Math.fma(q, Math.fma(q, Math.fma(q, P4, P3), P2), P1), P0);
        float bottom = Math.fma(q, Math.fma(q, Math.fma(q, Math.fma(q, Q4, Q3), Q2), Q1), Q0);
        return x * top / bottom;
    }
}
