package org.guesscheck.core.random;

/**
 * The generator of a chunk of draws: two streams of xoroshiro128++ (Blackman and Vigna, "Scrambled Linear Pseudorandom Number
 * Generators", 2021; period 2^128 - 1, 16 bytes of state a lane), one for radii and one for angles, each with 8 lanes of 64 bits.
 * Both halves of a word feed a draw of their own, so that a step serves 16 draws.
 */
public final class ChunkGenerator {
    /** Lanes of 64 bits in a stream. */
    public static final int LANES = 8;

    /** Words of one step of both streams: those of the radii, then those of the angles. */
    public static final int STEP = 2 * LANES;

    private final long[] state = new long[ChunkSeed.WORDS];

    /** Makes a generator that must be seeded before use. */
    public ChunkGenerator() {}

    /**
     * Starts a chunk.
     *
     * @param seed the question's seed
     * @param chunk number of the chunk
     */
    public void seed(long seed, long chunk) {
        ChunkSeed.into(seed, chunk, state);
    }

    /**
     * The next words of both streams.
     *
     * @param words receives as many steps as it holds, {@link #STEP} words each
     */
    public void next(long[] words) {
        for (int at = 0; at < words.length; at += STEP) {
            step(0, words, at);
            step(1, words, at + LANES);
        }
    }

    /**
     * The next words of one stream.
     *
     * @param stream 0 for radii, 1 for angles
     * @param words receives {@link #LANES} words
     * @param at index of the first of them
     */
    void step(int stream, long[] words, int at) {
        int first = STEP * stream;
        for (int j = 0; j < LANES; j++) {
            long s0 = state[first + j];
            long s1 = state[first + LANES + j];
            words[at + j] = Long.rotateLeft(s0 + s1, 17) + s0;
            s1 ^= s0;
            state[first + j] = Long.rotateLeft(s0, 49) ^ s1 ^ (s1 << 21);
            state[first + LANES + j] = Long.rotateLeft(s1, 28);
        }
    }

    /**
     * Leaves out steps of both streams, however many, at once.
     *
     * @param steps how many, not negative
     */
    public void skip(long steps) {
        GeneratorJump jump = GeneratorJump.of(steps);
        for (int j = 0; j < LANES; j++) {
            jump.apply(state, j, LANES + j);
            jump.apply(state, STEP + j, STEP + LANES + j);
        }
    }
}
