package org.guesscheck.core.random;

/**
 * The normal transform and its constants: Box and Muller's with a radius from the exponent bits and half-angle sine and cosine.
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
    /** Steps that a chunk's stream of angles skips: the depth of the software pipeline of the vector kernels. */
    public static final int PIPELINE = 4;

    private NormalPolynomial() {}

    /**
     * The number whose logarithm makes the radius.
     *
     * @param u a word of the radius stream
     * @return the odd number h of 31 bits, U = h / 2^31
     */
    public static int odd(int u) {
        return (u & 0x7fffffff) | 1;
    }

    /**
     * The radius sqrt(-2 ln(h / 2^31)).
     *
     * @param h an odd number of 31 bits
     * @return 0 to 6.556
     */
    public static float radius(int h) {
        int b = Float.floatToRawIntBits((float) h);
        float d = (float) (b - 0x4f000000);
        float x = Float.intBitsToFloat((b & 0x7fffff) | 0x3f800000) - 1.5f;
        float p = Math.fma(x, Math.fma(x, Math.fma(x, Q7, Q6), Q5), Q4);
        float q = Math.fma(x, Math.fma(x, Math.fma(x, Math.fma(x, p, Q3), Q2), Q1), Q0);
        return (float) Math.sqrt(Math.fma(d, KE, q));
    }

    /**
     * Half turns of an angle word; its sign bit says on which half of the circle.
     *
     * @param w a word of the angle stream
     * @return t, from -1/2 up to 1/2, exclusive
     */
    public static float turn(int w) {
        return Float.intBitsToFloat((w & 0x7fffff) | 0x3f800000) - 1.5f;
    }

    /**
     * The first number of a pair, -+ radius sin(pi t).
     *
     * @param radius its radius
     * @param w its angle word
     * @return a normal number
     */
    public static float first(float radius, int w) {
        float t = turn(w);
        return -signed(radius, w) * sine(t) * cosine(t);
    }

    /**
     * The second number of a pair, +- radius cos(pi t).
     *
     * @param radius its radius
     * @param w its angle word
     * @return a normal number
     */
    public static float second(float radius, int w) {
        float s = sine(turn(w));
        return Math.fma(-signed(radius, w) * s, s, signed(radius, w));
    }

    /** sqrt(2) sin(pi t / 2). */
    private static float sine(float t) {
        float q = t * t;
        return Math.fma(q, Math.fma(q, Math.fma(q, S3, S2), S1), S0) * t;
    }

    /** sqrt(2) cos(pi t / 2). */
    private static float cosine(float t) {
        float q = t * t;
        return Math.fma(q, Math.fma(q, Math.fma(q, C3, C2), C1), C0);
    }

    /** The radius with the sign of the angle word. */
    private static float signed(float radius, int w) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(radius) ^ (w & 0x80000000));
    }
}
