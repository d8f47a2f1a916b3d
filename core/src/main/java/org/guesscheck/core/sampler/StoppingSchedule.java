package org.guesscheck.core.sampler;

/**
 * When to look whether an error is small enough: ever more rarely, since looking at every step would favour moments at which the
 * error happens to look small.
 */
final class StoppingSchedule {
    private long steps;
    private long next;

    /** Looks for the first time after a number of steps. */
    StoppingSchedule(long first) {
        next = first;
    }

    /** Counts a step, and says whether it ends with a look. */
    boolean due() {
        if (++steps < next) {
            return false;
        }
        next = steps + Math.max(1, steps / 8);
        return true;
    }
}
