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
    /** A run that is over. One whose losses are not finite has diverged, whatever ended it. */
    static EnsembleRun of(long seed, Ended run) {
        LossPoint end = run.outcome().end();
        boolean finite = Double.isFinite(end.trainLoss()) && Double.isFinite(end.generalizationLoss());
        return new EnsembleRun(
                seed,
                finite ? run.ending() : Ending.DIVERGED,
                end,
                run.outcome().digest());
    }

    /** Whether the run has losses that count: it did not diverge. */
    boolean finite() {
        return ending != Ending.DIVERGED;
    }
}
