package org.guesscheck.core.sampler;

import java.util.List;

/**
 * What a pilot run chose and every replica follows.
 *
 * @param particles particles of a replica
 * @param priorDraws draws from the prior, of which those below the first level become particles
 * @param sweeps moves of every particle at a level
 * @param finalSweeps moves of every particle at the last level
 * @param blocks parts of the weights, of which one moves in a sweep
 * @param levels thresholds of the training loss, falling
 */
record SplittingPlan(int particles, int priorDraws, int sweeps, int finalSweeps, int blocks, List<Level> levels) {
    /**
     * A level.
     *
     * @param loss training losses below it are accepted
     * @param step the moves' step
     * @param threshold number of the threshold that it answers, the largest first; -1 if it is only passed through
     */
    record Level(float loss, float step, int threshold) {}

    int sweepsAt(int level) {
        return level == levels.size() - 1 ? finalSweeps : sweeps;
    }

    /** Evaluations of a replica that loses no level's particles. */
    long evaluations() {
        return priorDraws + (long) particles * ((levels.size() - 1L) * sweeps + finalSweeps);
    }
}
