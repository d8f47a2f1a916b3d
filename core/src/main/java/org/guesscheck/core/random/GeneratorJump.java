package org.guesscheck.core.random;

/**
 * Many steps of xoroshiro128 at once: a step is linear over the field of two elements, so that steps are a power of a matrix
 * of 128 x 128 bits.
 */
final class GeneratorJump {
    private static final int BITS = 128;

    /** What becomes of state word 0 and 1 if one bit alone is set: bits 0-63 of word 0, then those of word 1. */
    private final long[] word0 = new long[BITS];

    private final long[] word1 = new long[BITS];

    private GeneratorJump() {}

    /** So many steps, by squaring. */
    static GeneratorJump of(long steps) {
        GeneratorJump power = identity();
        GeneratorJump square = one();
        for (long left = steps; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power = square.after(power);
            }
            square = square.after(square);
        }
        return power;
    }

    private static GeneratorJump identity() {
        GeneratorJump jump = new GeneratorJump();
        for (int bit = 0; bit < BITS; bit++) {
            jump.word0[bit] = bit < 64 ? 1L << bit : 0;
            jump.word1[bit] = bit < 64 ? 0 : 1L << bit;
        }
        return jump;
    }

    private static GeneratorJump one() {
        GeneratorJump jump = identity();
        for (int bit = 0; bit < BITS; bit++) {
            long s0 = jump.word0[bit];
            long s1 = jump.word1[bit] ^ s0;
            jump.word0[bit] = Long.rotateLeft(s0, 49) ^ s1 ^ (s1 << 21);
            jump.word1[bit] = Long.rotateLeft(s1, 28);
        }
        return jump;
    }

    private GeneratorJump after(GeneratorJump first) {
        GeneratorJump both = new GeneratorJump();
        long[] state = new long[2];
        for (int bit = 0; bit < BITS; bit++) {
            state[0] = first.word0[bit];
            state[1] = first.word1[bit];
            apply(state, 0, 1);
            both.word0[bit] = state[0];
            both.word1[bit] = state[1];
        }
        return both;
    }

    /** Moves a generator whose words are at two places. */
    void apply(long[] state, int at0, int at1) {
        long s0 = 0;
        long s1 = 0;
        for (int bit = 0; bit < BITS; bit++) {
            long word = bit < 64 ? state[at0] : state[at1];
            long all = -(word >>> bit & 1);
            s0 ^= all & word0[bit];
            s1 ^= all & word1[bit];
        }
        state[at0] = s0;
        state[at1] = s1;
    }
}
