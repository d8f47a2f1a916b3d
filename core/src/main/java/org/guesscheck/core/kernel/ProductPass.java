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
}
