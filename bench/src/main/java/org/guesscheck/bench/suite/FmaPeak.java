package org.guesscheck.bench.suite;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The most fused multiply-adds that a core can do, in chains that are independent of each other. Twelve chains hide a latency of up
 * to 6 cycles on 2 ports, and fit the 16 registers of a CPU without AVX-512. The class is loaded only if the Vector API is there.
 */
final class FmaPeak {
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;

    /**
     * Links of each chain in one call. They are few, so that C2 soon compiles the method, because it is called often. If C2 compiled the
     * loop while it runs (on-stack replacement), the vectors would stay objects.
     */
    private static final int LINKS = 1 << 10;

    private static final int CHAINS = 12;
    private static final float FACTOR = 0.75f;
    private static final float SUMMAND = 0.5f;

    /** Floating-point operations of one repetition. */
    static final double FLOPS = 2.0 * CHAINS * LINKS * F.length();

    /** The result, stored so that the compiler can't remove the work. */
    private final float[] result = new float[F.length()];

    FmaPeak() {
        run(1);
        float expected = 0;
        for (int chain = 0; chain < CHAINS; chain++) {
            float value = chain;
            for (int i = 0; i < LINKS; i++) {
                value = Math.fma(value, FACTOR, SUMMAND);
            }
            expected += value;
        }
        if (result[0] != expected) {
            throw new IllegalStateException("the chains of fma end at " + result[0] + " instead of " + expected);
        }
    }

    static String name() {
        return "vector-" + F.vectorBitSize();
    }

    void run(int repetitions) {
        for (int i = 0; i < repetitions; i++) {
            chains(result);
        }
    }

    private static void chains(float[] out) {
        FloatVector x = FloatVector.broadcast(F, FACTOR);
        FloatVector y = FloatVector.broadcast(F, SUMMAND);
        FloatVector a = FloatVector.broadcast(F, 0);
        FloatVector b = FloatVector.broadcast(F, 1);
        FloatVector c = FloatVector.broadcast(F, 2);
        FloatVector d = FloatVector.broadcast(F, 3);
        FloatVector e = FloatVector.broadcast(F, 4);
        FloatVector f = FloatVector.broadcast(F, 5);
        FloatVector g = FloatVector.broadcast(F, 6);
        FloatVector h = FloatVector.broadcast(F, 7);
        FloatVector i = FloatVector.broadcast(F, 8);
        FloatVector j = FloatVector.broadcast(F, 9);
        FloatVector k = FloatVector.broadcast(F, 10);
        FloatVector l = FloatVector.broadcast(F, 11);
        for (int n = 0; n < LINKS; n++) {
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
            k = k.fma(x, y);
            l = l.fma(x, y);
        }
        a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l)
                .intoArray(out, 0);
    }
}
