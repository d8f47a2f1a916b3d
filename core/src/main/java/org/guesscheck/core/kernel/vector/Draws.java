package org.guesscheck.core.kernel.vector;

/** A chunk's weights from the prior; see {@link org.guesscheck.core.kernel.Stages}. */
interface Draws {
    void seed(long seed, long chunk);

    void fill(float[] out, int vectors);
}
