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
        return due(1);
    }

    /**
     * Counts steps.
     *
     * @param more at least 0, and not beyond the next look
     * @return whether the last of them ends with a look
     */
    public boolean due(long more) {
        steps += more;
        if (steps < next) {
            return false;
        }
        next = steps + Math.max(1, steps / 8);
        return true;
    }

    /**
     * The next look.
     *
     * @return how many steps from the beginning on it comes after
     */
    public long next() {
        return next;
    }

    /**
     * The next look after some steps.
     *
     * @param done steps that were made, at least 0
     * @return steps from the beginning on, more than were made
     */
    public long after(long done) {
        while (next <= done) {
            due(next - steps);
        }
        return next;
    }
}
