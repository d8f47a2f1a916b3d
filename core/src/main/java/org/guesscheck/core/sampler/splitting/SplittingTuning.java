package org.guesscheck.core.sampler.splitting;

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
    /** Draws from the prior for every particle: at most particles, these are much cheaper than levels. */
    private static final int DRAWS_PER_PARTICLE = 16;

    // The costs and gains of these four: bench/docs/splitting.md.
    private static final double SURVIVORS = 0.5;
    private static final double MEMORY = 0.9;
    private static final int FINAL_FACTOR = 2;
    private static final double ACCEPTANCE = 0.25;

    static SplittingTuning of(int particles, int sweeps) {
        return new SplittingTuning(
                particles, DRAWS_PER_PARTICLE * particles, sweeps, MEMORY, FINAL_FACTOR, SURVIVORS, ACCEPTANCE);
    }

    /** Sweeps at a level without which it is not worth beginning. */
    int leastSweeps() {
        return Math.max(Mixing.LEAST_SWEEPS, sweeps);
    }

    /** Evaluations that a pilot run and one replica take at least, if all draws are below the threshold. */
    long leastEvaluations() {
        return 3L * priorDraws + (1L + finalFactor) * leastSweeps() * particles;
    }
}
