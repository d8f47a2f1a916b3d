package org.guesscheck.core.sampler.splitting;

import java.util.List;
import java.util.Optional;

/**
 * What a pilot run chose, and every replica follows.
 *
 * @param particles particles of a replica
 * @param priorDraws draws from the prior, of which those below the first level become particles
 * @param levels thresholds of the training loss, falling; none where no draw was below the first
 * @param unreached why the last level is not the smallest threshold; empty if it is
 */
record SplittingPlan(int particles, int priorDraws, List<Level> levels, Optional<String> unreached) {
    /**
     * A level.
     *
     * @param loss training losses below it are accepted
     * @param step the moves' step
     * @param sweeps moves of every particle
     * @param forgotten whether losses were forgotten after these moves, so that copies count as particles of their own
     * @param threshold number of the threshold that it answers, the largest first; -1 if it is only passed through
     */
    record Level(float loss, float step, int sweeps, boolean forgotten, int threshold) {}

    /** The same levels for more particles. */
    SplittingPlan times(int factor) {
        return new SplittingPlan(factor * particles, factor * priorDraws, levels, unreached);
    }

    /** The same levels with so many sweeps at each of them at least. */
    SplittingPlan withLeastSweeps(int least) {
        List<Level> changed = levels.stream()
                .map(l -> new Level(l.loss, l.step, Math.max(least, l.sweeps), l.forgotten, l.threshold))
                .toList();
        return new SplittingPlan(particles, priorDraws, changed, unreached);
    }

    /** Whether the smallest threshold is among the levels. */
    boolean reached() {
        return unreached.isEmpty();
    }

    /** Evaluations of a replica that loses no level's particles. */
    long evaluations() {
        return priorDraws
                + (long) particles * levels.stream().mapToInt(Level::sweeps).sum();
    }
}
