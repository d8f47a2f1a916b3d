package org.guesscheck.core.sampler;

/**
 * The settings of a splitting run that trade cost against error.
 *
 * @param particles particles of a replica, a multiple of 16
 * @param priorDraws draws from the prior before the first level, a multiple of 16
 * @param sweeps moves at a level
 * @param finalSweeps moves at the last level
 * @param blocks parts of the weights that move in turn
 * @param survivors share of the particles below the next level
 * @param acceptance share of the moves that should be accepted
 */
record SplittingTuning(
        int particles, int priorDraws, int sweeps, int finalSweeps, int blocks, double survivors, double acceptance) {}
