package org.guesscheck.core.sampler.work;

import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/**
 * What folding needs to know of a task: all but the problem and the network. Immutable.
 *
 * @param thresholds thresholds of the training loss
 * @param draws how many draws are made at most
 * @param relativeError wanted standard error over mean at every threshold; 0 for none
 * @param seed seed of the draws
 */
public record SamplingGoal(Thresholds thresholds, long draws, double relativeError, long seed) {
    /**
     * Whether a relative error is wanted.
     *
     * @return false if all draws are to be made
     */
    public boolean wantsError() {
        return relativeError > 0;
    }

    /**
     * Writes all of it.
     *
     * @param out gets the bytes
     */
    public void write(PartOutput out) {
        out.putDoubles(thresholds.asked())
                .putLong(draws)
                .putDouble(relativeError)
                .putLong(seed);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in at its beginning
     * @return the same
     */
    public static SamplingGoal read(PartInput in) {
        return new SamplingGoal(Thresholds.of(in.nextDoubles()), in.nextLong(), in.nextDouble(), in.nextLong());
    }
}
