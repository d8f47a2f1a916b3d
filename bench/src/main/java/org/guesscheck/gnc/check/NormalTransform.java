package org.guesscheck.gnc.check;

import static org.guesscheck.core.kernel.NormalPolynomial.*;

/** The normal transform of single words, written out once more for its check: see {@code NormalPolynomial}. */
final class NormalTransform {
    private NormalTransform() {}

    /** The odd number h of 31 bits whose U = h / 2^31 gives the radius. */
    static int odd(int u) {
        return (u & 0x7fffffff) | 1;
    }

    /** sqrt(-2 ln(h / 2^31)). */
    static float radius(int h) {
        int b = Float.floatToRawIntBits((float) h);
        float d = (float) (b - 0x4f000000);
        float x = Float.intBitsToFloat((b & 0x7fffff) | 0x3f800000) - 1.5f;
        float p = Math.fma(x, Math.fma(x, Math.fma(x, Q7, Q6), Q5), Q4);
        float q = Math.fma(x, Math.fma(x, Math.fma(x, Math.fma(x, p, Q3), Q2), Q1), Q0);
        return (float) Math.sqrt(Math.fma(d, KE, q));
    }

    /** Half turns, -1/2 up to 1/2, of an angle word; its sign bit says on which half of the circle. */
    static float turn(int w) {
        return Float.intBitsToFloat((w & 0x7fffff) | 0x3f800000) - 1.5f;
    }

    /** sqrt(2) sin(pi t / 2). */
    static float sine(float t) {
        float q = t * t;
        return Math.fma(q, Math.fma(q, Math.fma(q, S3, S2), S1), S0) * t;
    }

    /** sqrt(2) cos(pi t / 2). */
    static float cosine(float t) {
        float q = t * t;
        return Math.fma(q, Math.fma(q, Math.fma(q, C3, C2), C1), C0);
    }

    /** The radius with the sign of the angle word. */
    static float signed(float radius, int w) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(radius) ^ (w & 0x80000000));
    }

    /** -+ radius sin(pi t). */
    static float first(float radius, int w) {
        float t = turn(w);
        return -signed(radius, w) * sine(t) * cosine(t);
    }

    /** +- radius cos(pi t). */
    static float second(float radius, int w) {
        float s = sine(turn(w));
        return Math.fma(-signed(radius, w) * s, s, signed(radius, w));
    }
}
