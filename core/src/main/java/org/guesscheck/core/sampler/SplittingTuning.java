package org.guesscheck.core.sampler;

/**
 * The settings of a splitting run that trade cost against error.
 *
 * @param particles particles of a replica, a multiple of 16
 * @param priorDraws draws from the prior before the first level, a multiple of 16
 * @param sweeps moves at a level; 0 for as many as it takes until losses forget what they were
 * @param memory correlation of losses with those before the moves at which they count as forgotten
 * @param finalFactor moves at a level that answers a threshold, over the most at any level so far
 * @param survivors share of the particles below the next level
 * @param acceptance share of the moves that should be accepted
 */
record SplittingTuning(
        int particles,
        int priorDraws,
        int sweeps,
        double memory,
        int finalFactor,
        double survivors,
        double acceptance) {
    /** Sweeps at a level without which it is not worth beginning. */
    int leastSweeps() {
        return Math.max(Mixing.LEAST_SWEEPS, sweeps);
    }

    /** Evaluations that a pilot run and one replica take at least, if all draws are below the threshold. */
    long leastEvaluations() {
        return 3L * priorDraws + (1L + finalFactor) * leastSweeps() * particles;
    }
}
