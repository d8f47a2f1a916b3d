package org.guesscheck.core.kernel;

/** Moves particles; see {@link Stages} for positions. */
public interface MoveStage {
    /**
     * Turns noise from the prior into proposals of a Markov chain that leaves the prior as it is, in place. A normal weight
     * becomes fma(step, noise, keep * current), the preconditioned Crank-Nicolson move (Cotter, Roberts, Stuart and White
     * 2013) where keep^2 + step^2 = 1. A uniform weight becomes x = fma(step, noise, current), reflected at -1 and
     * 1, which leaves neighbours neighbours: a wrapped step would throw a weight near one end to the other.
     *
     * @param noise numbers from {@link WeightStage#fill}, which become the proposals
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
