package org.guesscheck.core.kernel.vector;

/** Inner products of one vector x with a few others, y. */
interface LaneDots {
    /**
     * Computes them.
     *
     * @param x numbers of every lane, from vector xAt on
     * @param y rows of numbers of every lane, or of numbers that all lanes share, from row first on
     * @param yAt the vector, or shared number, at which y's row 0 begins
     * @param out receives the inner products from vector outAt + first on
     */
    void dot(float[] x, int xAt, float[] y, int yAt, int first, float[] out, int outAt);
}
