package org.guesscheck.core.sampler.work;

/**
 * When to look whether an error is small enough: ever more rarely, since looking at every step would favour moments at which the
 * error happens to look small.
 */
public final class StoppingSchedule {
    private long steps;
    private long next;

    /**
     * Starts before the first step.
     *
     * @param first the step at which it looks for the first time
     */
    public StoppingSchedule(long first) {
        next = first;
    }

    /**
     * Counts a step.
     *
     * @return whether it ends with a look
     */
    public boolean due() {
        if (++steps < next) {
            return false;
        }
        next = steps + Math.max(1, steps / 8);
        return true;
    }
}
