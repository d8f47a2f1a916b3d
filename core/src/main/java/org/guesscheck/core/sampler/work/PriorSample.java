package org.guesscheck.core.sampler.work;

import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.PriorMean;

/** Generalization losses of draws from the prior; losses that are no finite numbers are counted apart. For one thread. */
public final class PriorSample {
    private final Moments finite = new Moments();
    private long others;

    /** Starts with no losses. */
    public PriorSample() {}

    /**
     * Takes in a loss.
     *
     * @param loss of the next draw
     */
    public void add(double loss) {
        if (Double.isFinite(loss)) {
            finite.add(loss);
        } else {
            others++;
        }
    }

    /**
     * Takes in losses that come after these.
     *
     * @param next of the draws that follow
     */
    public void add(PriorSample next) {
        finite.add(next.finite);
        others += next.others;
    }

    /**
     * The mean of the finite losses.
     *
     * @return mean, standard error and count
     */
    public PriorMean mean() {
        return new PriorMean(finite.mean(), finite.standardError(), finite.count());
    }

    /**
     * Doubts an estimate beside which the prior's mean is not that of all draws.
     *
     * @param out gets the doubt
     */
    public void judge(Diagnostics.Builder out) {
        if (others > 0) {
            out.doubt(others + " of " + (finite.count() + others)
                    + " draws from the prior have losses that no single-precision"
                    + " number holds; the prior's mean leaves them out");
        }
    }
}
