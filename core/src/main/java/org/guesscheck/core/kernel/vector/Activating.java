package org.guesscheck.core.kernel.vector;

/** {@link org.guesscheck.core.kernel.Stages#activateRuns}. */
interface Activating {
    void activate(float[] y, int at, int vectors, int runs, int stride);
}
