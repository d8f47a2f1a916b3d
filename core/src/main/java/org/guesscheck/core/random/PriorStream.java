package org.guesscheck.core.random;

import static org.guesscheck.core.random.NormalPolynomial.*;

import org.guesscheck.core.platform.CacheLine;

/**
 * Weights from the prior, for 16 draws side by side: the reference for every backend. A step of the {@link ChunkGenerator}
 * gives two vectors of 16 weights, a pair from the same lane's radius and angle.
 */
public final class PriorStream {
    /** Draws side by side: two in each word. */
    private static final int DRAWS = 2 * ChunkGenerator.LANES;

    private static final float UNIFORM_STEP = 0x1p-24f;

    private final boolean uniform;
    private final ChunkGenerator generator = new ChunkGenerator();
    private final long[] words = new long[ChunkGenerator.STEP];

    /**
     * Makes a stream that must be seeded before use.
     *
     * @param uniform whether the prior is uniform instead of normal
     */
    public PriorStream(boolean uniform) {
        this.uniform = uniform;
    }

    /**
     * Starts a chunk.
     *
     * @param seed the question's seed
     * @param chunk number of the chunk
     */
    public void seed(long seed, long chunk) {
        generator.seed(seed, chunk);
        for (int i = 0; i < PIPELINE && !uniform; i++) {
            generator.step(1, words, 0);
        }
    }

    /**
     * Leaves out vectors, however many, at once.
     *
     * @param vectors how many, even and not negative
     */
    public void skip(long vectors) {
        generator.skip(vectors / 2);
    }

    /**
     * Draws vectors in pairs.
     *
     * @param out receives them from {@link CacheLine#FIRST_FLOAT} on
     * @param vectors how many, even
     */
    public void fill(float[] out, int vectors) {
        for (int v = 0; v < vectors; v += 2) {
            generator.next(words);
            int at = CacheLine.FIRST_FLOAT + v * DRAWS;
            for (int l = 0; l < DRAWS; l++) {
                int half = Integer.SIZE * (l & 1);
                int u = (int) (words[l >> 1] >>> half);
                int w = (int) (words[ChunkGenerator.LANES + (l >> 1)] >>> half);
                if (uniform) {
                    out[at + l] = uniform(u);
                    out[at + DRAWS + l] = uniform(w);
                } else {
                    float radius = radius(odd(u));
                    out[at + l] = first(radius, w);
                    out[at + DRAWS + l] = second(radius, w);
                }
            }
        }
    }

    /** An odd multiple of 2^-24 in (-1, 1), exactly symmetric about 0. */
    private static float uniform(int word) {
        return ((word >> 7) | 1) * UNIFORM_STEP;
    }
}
