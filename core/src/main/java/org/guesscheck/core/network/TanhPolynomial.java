package org.guesscheck.core.network;

/**
 * The hyperbolic tangent as a rational function of single precision, x P(x^2) / Q(x^2) with x clamped to +-{@link #CLAMP}.
 *
 * <p>P and Q have degree 4; their coefficients are this project's own fit, which weighted the relative error. Evaluated with fma by
 * Horner's rule, the relative error is below 3.2e-7 everywhere. The largest value is 1 + 2^-22.
 */
public final class TanhPolynomial {
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
        float x = Math.max(-CLAMP, Math.min(CLAMP, value));
        float q = x * x;
        float top = Math.fma(q, Math.fma(q, Math.fma(q, Math.fma(q, P4, P3), P2), P1), P0);
        float bottom = Math.fma(q, Math.fma(q, Math.fma(q, Math.fma(q, Q4, Q3), Q2), Q1), Q0);
        return x * top / bottom;
    }
}
