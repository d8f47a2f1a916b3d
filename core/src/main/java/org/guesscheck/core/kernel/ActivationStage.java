package org.guesscheck.core.kernel;

/** Activates features; see {@link Stages} for positions. */
public interface ActivationStage {
    /**
     * Scales features and applies the activation, in place.
     *
     * @param y the features
     * @param at first vector
     * @param vectors how many
     */
    default void activate(float[] y, int at, int vectors) {
        activateRuns(y, at, vectors, 1, 0);
    }

    /**
     * Activates several equally long runs of features.
     *
     * @param y the features
     * @param at first vector of the first run
     * @param vectors length of a run
     * @param runs how many runs
     * @param stride vectors from run to run
     */
    void activateRuns(float[] y, int at, int vectors, int runs, int stride);
}
