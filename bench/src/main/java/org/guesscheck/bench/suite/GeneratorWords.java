package org.guesscheck.bench.suite;

import org.guesscheck.core.kernel.ChunkSeed;

/**
 * The raw words behind the weights, which no kernel shows: xoroshiro128++ (Blackman and Vigna, "Scrambled Linear Pseudorandom
 * Number Generators", 2021), 8 lanes of 64 bits for radii and 8 for angles, seeded as the kernels are. The tests make
 * weights of these words and compare them with the kernels'.
 */
public final class GeneratorWords {
    /** Words of one step: 8 for radii, then 8 for angles. */
    public static final int STEP = 16;

    private static final int LANES = STEP / 2;

    private final long[] state = new long[ChunkSeed.WORDS];

    /** Makes a generator that must be seeded before use. */
    public GeneratorWords() {}

    /** Starts a chunk. */
    public void seed(long seed, long chunk) {
        ChunkSeed.into(seed, chunk, state);
    }

    /** Both streams' next words, as many steps as the array holds. */
    public void next(long[] words) {
        for (int at = 0; at < words.length; at += STEP) {
            step(0, words, at);
            step(2 * LANES, words, at + LANES);
        }
    }

    /** One stream's next words; its lanes' state begins at an index. */
    private void step(int first, long[] words, int at) {
        for (int j = 0; j < LANES; j++) {
            long s0 = state[first + j];
            long s1 = state[first + LANES + j];
            words[at + j] = Long.rotateLeft(s0 + s1, 17) + s0;
            s1 ^= s0;
            state[first + j] = Long.rotateLeft(s0, 49) ^ s1 ^ (s1 << 21);
            state[first + LANES + j] = Long.rotateLeft(s1, 28);
        }
    }
}
