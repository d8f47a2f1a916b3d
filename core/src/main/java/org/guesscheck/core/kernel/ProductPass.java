package org.guesscheck.core.kernel;

/** Draws groups of networks and makes their products. */
interface ProductPass {
    /**
     * Draws the next groups.
     *
     * @param groups how many, at most the layout's batch
     * @return their products, before their scale, from {@link Stages#BASE} on; the pass's own buffer
     */
    float[] next(int groups);

    /** A buffer of vectors, or the sentence that names what is too large. */
    static float[] buffer(String name, long vectors) {
        long floats = vectors * Question.LANES + Stages.BASE;
        if (floats > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    name + " of 16 draws need " + floats + " numbers; fewer than 2^31 are allowed");
        }
        return new float[(int) floats];
    }
}
