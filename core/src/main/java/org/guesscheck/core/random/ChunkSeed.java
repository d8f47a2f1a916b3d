package org.guesscheck.core.random;

/** Starting states of a chunk's generators: 2 streams (radius, angle) x 2 state words x 8 lanes of 64 bits. */
public final class ChunkSeed {
    /** Words of state. */
    public static final int WORDS = 32;

    private ChunkSeed() {}

    /**
     * Hashes seed and chunk into generator states: words 0-7 and 8-15 are both halves of the radius stream's xoroshiro128++
     * states, 16-23 and 24-31 those of the angle stream.
     *
     * @param seed the question's seed
     * @param chunk number of the chunk
     * @param state receives {@link #WORDS} words
     */
    public static void into(long seed, long chunk, long[] state) {
        SplitMix64 random = new SplitMix64(SplitMix64.mix(seed) ^ SplitMix64.mix(chunk + 0x632be59bd9b4e019L));
        for (int i = 0; i < WORDS; i++) {
            state[i] = random.nextLong();
        }
    }
}
