package org.guesscheck.core.kernel;

import org.guesscheck.core.platform.CacheLine;

/**
 * The steps of which a chunk's evaluation is made; a backend is one implementation. Positions and strides count
 * vectors of 16 floats, counted from {@link #BASE} in every buffer.
 */
public interface Stages {
    /** First element in use of every buffer. */
    int BASE = CacheLine.FIRST_FLOAT;

    /**
     * Starts the generator of a chunk.
     *
     * @param seed the question's seed
     * @param chunk number of the chunk
     */
    void seed(long seed, long chunk);

    /**
     * Draws the chunk's next weights from the prior, one vector for 16 draws of one weight.
     *
     * @param out receives the weights from {@link #BASE} on
     * @param vectors how many vectors, even
     */
    void fill(float[] out, int vectors);

    /**
     * Adds products of features and weights: out[g][r][c] (+)= sum over u of y[g][r][u] * w[g][u][c].
     *
     * @param job shapes, positions and strides
     */
    void multiply(Multiplication job);

    /**
     * Multiplies features by several square factors, one behind the other: out[g] = y[g] w[g][0] w[g][1] ..., with the sums of
     * {@link #multiply} in its order.
     *
     * @param first the product with the first factor, as many units as columns, fresh sums, units of weights without gaps
     * @param factors how many factors, at least 2
     * @return false if this backend has no kernel for the shape: nothing is done, and the caller multiplies step by step
     */
    default boolean multiplyChain(Multiplication first, int factors) {
        return false;
    }

    /**
     * Scales features and applies the activation, in place.
     *
     * @param y the features
     * @param at first vector
     * @param vectors how many
     */
    void activate(float[] y, int at, int vectors);

    /**
     * Activates several equally long runs of features.
     *
     * @param y the features
     * @param at first vector of the first run
     * @param vectors length of a run
     * @param runs how many runs
     * @param stride vectors from run to run
     */
    default void activateRuns(float[] y, int at, int vectors, int runs, int stride) {
        for (int run = 0; run < runs; run++) {
            activate(y, at + run * stride, vectors);
        }
    }

    /**
     * Judges products and reports groups as {@link ChunkKernel#evaluate} says.
     *
     * @param products groups x (rows * cols) vectors
     * @param firstGroup number of the first group in its chunk
     * @param groups how many groups
     * @param report receives the reported groups behind those that it has
     */
    void judge(float[] products, int firstGroup, int groups, ChunkReport report);

    /**
     * Measures products that are all wanted: without early rejection, with the bits that {@link #judge} reports.
     *
     * @param products groups x (rows * cols) vectors
     * @param groups how many groups
     * @param trainLoss receives 16 training losses for every group, from its first element on
     * @param generalizationLoss receives as many generalization losses; null if they are not wanted
     */
    void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss);

    /**
     * Turns noise from the prior into proposals of a Markov chain that leaves the prior as it is, in place. A normal weight
     * becomes fma(step, noise, keep * current), the preconditioned Crank-Nicolson move (Cotter, Roberts, Stuart and White
     * 2013) where keep^2 + step^2 = 1. A uniform weight becomes x = fma(step, noise, current), reflected at -1 and
     * 1, which leaves neighbours neighbours: a wrapped step would throw a weight near one end to the other.
     *
     * @param noise numbers from {@link #fill}, which become the proposals
     * @param at first vector of the noise
     * @param current the current weights
     * @param currentAt first vector of the current weights
     * @param vectors how many
     * @param keep factor on the current weights, 0 to 1; without meaning for a uniform prior
     * @param step factor on the noise, above 0 and at most 1
     */
    void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step);

    /**
     * Copies the vectors of the lanes that are chosen.
     *
     * @param chosen 16 words, -1 for a lane to copy and 0 for one to leave
     * @param chosenAt index of the first of them
     * @param from source
     * @param at first vector of the source
     * @param to destination
     * @param toAt first vector of the destination
     * @param vectors how many
     */
    void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors);
}
