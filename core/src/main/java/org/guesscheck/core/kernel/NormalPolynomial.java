package org.guesscheck.core.kernel;

/**
 * Constants of the normal transform: Box and Muller's with a radius from the exponent bits and half-angle sine and cosine.
 *
 * <p>With h = (u &amp; 0x7fffffff) | 1 and U = h / 2^31, the squared radius -2 ln U is KE * d + Q(x), where b are the bits of
 * (float) h, d = b - 0x4f000000 holds the exponent and x = mantissa - 1.5. With t in [-1/2, 1/2), S(t^2) t and C(t^2) are
 * sqrt(2) sin(pi t / 2) and sqrt(2) cos(pi t / 2). Error of a normal number below 9e-7 for radii from 0.1 to 3 and 1.2e-6
 * beyond; the tail ends at 6.556.
 */
public final class NormalPolynomial {
    /** -2 ln 2 for every exponent step, which is 2^23 in d. */
    public static final float KE = -1.3862943611198906f / 8388608f;
    /** Q, constant term first. */
    public static final float Q0 = -0.117783524f;
    /** Q, x^1. */
    public static final float Q1 = 0.0529581383f;
    /** Q, x^2. */
    public static final float Q2 = 0.444501191f;
    /** Q, x^3. */
    public static final float Q3 = -0.197470054f;
    /** Q, x^4. */
    public static final float Q4 = 0.0977362543f;
    /** Q, x^5. */
    public static final float Q5 = -0.0527781174f;
    /** Q, x^6. */
    public static final float Q6 = 0.0351853408f;
    /** Q, x^7. */
    public static final float Q7 = -0.0186959691f;
    /** S, constant term first. */
    public static final float S0 = 2.22144151f;
    /** S, q^1. */
    public static final float S1 = -0.913529277f;
    /** S, q^2. */
    public static final float S2 = 0.112674035f;
    /** S, q^3. */
    public static final float S3 = -0.00648470316f;
    /** C, constant term first. */
    public static final float C0 = 1.41421342f;
    /** C, q^1. */
    public static final float C1 = -1.74470723f;
    /** C, q^2. */
    public static final float C2 = 0.358611703f;
    /** C, q^3. */
    public static final float C3 = -0.028793266f;
    /** Angles that a chunk's second stream skips: the depth of the software pipeline of the vector kernels. */
    public static final int PIPELINE = 4;

    private NormalPolynomial() {}
}
