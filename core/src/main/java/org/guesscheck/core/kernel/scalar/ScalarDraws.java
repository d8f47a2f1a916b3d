package org.guesscheck.core.kernel.scalar;

import static org.guesscheck.core.kernel.NormalPolynomial.*;

import org.guesscheck.core.kernel.ChunkSeed;
import org.guesscheck.core.kernel.Stages;

/**
 * Weights from the prior: two streams of xoroshiro128++ (Blackman and Vigna, "Scrambled Linear Pseudorandom Number
 * Generators", 2021; period 2^128 - 1), 8 lanes of 64 bits each, of which every half feeds one of 16 draws.
 */
public final class ScalarDraws {
    private static final float UNIFORM_STEP = 0x1p-24f;

    private final boolean uniform;
    private final long[] state = new long[ChunkSeed.WORDS];
    private final int[] first = new int[16];
    private final int[] second = new int[16];

    /**
     * Makes a generator that must be seeded before use.
     *
     * @param uniform whether the prior is uniform instead of normal
     */
    public ScalarDraws(boolean uniform) {
        this.uniform = uniform;
    }

    /**
     * Starts a chunk.
     *
     * @param seed the question's seed
     * @param chunk number of the chunk
     */
    public void seed(long seed, long chunk) {
        ChunkSeed.into(seed, chunk, state);
        for (int i = 0; i < PIPELINE && !uniform; i++) {
            step(16, second);
        }
    }

    /**
     * Leaves out vectors, however many, at once.
     *
     * @param vectors how many, even and not negative
     */
    public void skip(long vectors) {
        GeneratorJump jump = GeneratorJump.of(vectors / 2);
        for (int j = 0; j < 8; j++) {
            jump.apply(state, j, 8 + j);
            jump.apply(state, 16 + j, 24 + j);
        }
    }

    /**
     * Draws vectors in pairs.
     *
     * @param out receives them from {@link Stages#BASE} on
     * @param vectors how many, even
     */
    public void fill(float[] out, int vectors) {
        for (int v = 0; v < vectors; v += 2) {
            step(0, first);
            step(16, second);
            int at = Stages.BASE + v * 16;
            for (int l = 0; l < 16; l++) {
                if (uniform) {
                    out[at + l] = uniform(first[l]);
                    out[at + 16 + l] = uniform(second[l]);
                } else {
                    normals(first[l], second[l], out, at + l);
                }
            }
        }
    }

    /** An odd multiple of 2^-24 in (-1, 1), exactly symmetric about 0. */
    private static float uniform(int word) {
        return ((word >> 7) | 1) * UNIFORM_STEP;
    }

    private static void normals(int u, int w, float[] out, int at) {
        int b = Float.floatToRawIntBits((float) ((u & 0x7fffffff) | 1));
        float d = (float) (b - 0x4f000000);
        float x = Float.intBitsToFloat((b & 0x7fffff) | 0x3f800000) - 1.5f;
        float p = Math.fma(x, Math.fma(x, Math.fma(x, Q7, Q6), Q5), Q4);
        float q = Math.fma(x, Math.fma(x, Math.fma(x, Math.fma(x, p, Q3), Q2), Q1), Q0);
        float r = (float) Math.sqrt(Math.fma(d, KE, q));
        float t = Float.intBitsToFloat((w & 0x7fffff) | 0x3f800000) - 1.5f;
        float q2 = t * t;
        float s = Math.fma(q2, Math.fma(q2, Math.fma(q2, S3, S2), S1), S0) * t;
        float c = Math.fma(q2, Math.fma(q2, Math.fma(q2, C3, C2), C1), C0);
        float signed = Float.intBitsToFloat(Float.floatToRawIntBits(r) ^ (w & 0x80000000));
        float a = -signed * s;
        out[at] = a * c;
        out[at + 16] = Math.fma(a, s, signed);
    }

    private void step(int at, int[] words) {
        for (int j = 0; j < 8; j++) {
            long s0 = state[at + j];
            long s1 = state[at + 8 + j];
            long word = Long.rotateLeft(s0 + s1, 17) + s0;
            s1 ^= s0;
            state[at + j] = Long.rotateLeft(s0, 49) ^ s1 ^ (s1 << 21);
            state[at + 8 + j] = Long.rotateLeft(s1, 28);
            words[2 * j] = (int) word;
            words[2 * j + 1] = (int) (word >>> 32);
        }
    }
}
