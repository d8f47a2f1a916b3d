package org.guesscheck.core.descent;

/**
 * One run of an ensemble.
 *
 * @param seed the seed of its initial weights; {@link GradientDescent} with this seed has the same outcome
 * @param ending why it is over
 * @param end steps taken, and the losses of the final weights; huge or not finite if the run diverged
 * @param digest the digest of the final weights
 */
public record EnsembleRun(long seed, Ending ending, LossPoint end, String digest) {
    /** Whether the run has losses that count: it did not diverge. */
    boolean finite() {
        return ending != Ending.DIVERGED;
    }
}
