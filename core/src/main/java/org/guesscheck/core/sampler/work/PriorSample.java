package org.guesscheck.core.sampler.work;

import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.PriorMean;

/** Generalization losses of draws from the prior; losses that are no finite numbers are counted apart. For one thread. */
public final class PriorSample {
    private final Moments finite;
    private long others;

    /** Starts with no losses. */
    public PriorSample() {
        this(new Moments(), 0);
    }

    private PriorSample(Moments finite, long others) {
        this.finite = finite;
        this.others = others;
    }

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
     * Writes them.
     *
     * @param out gets the bytes
     */
    public void write(PartOutput out) {
        finite.write(out);
        out.putCount(others);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in at its beginning
     * @return the same losses
     */
    public static PriorSample read(PartInput in) {
        return new PriorSample(Moments.read(in), in.nextCount());
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
        judge(others, finite.count(), out);
    }

    /**
     * Doubts an estimate beside which the prior's mean is not that of all draws.
     *
     * @param others losses that are no finite numbers
     * @param finite the other losses
     * @param out gets the doubt
     */
    public static void judge(long others, long finite, Diagnostics.Builder out) {
        if (others > 0) {
            out.doubt(others + " of " + (finite + others)
                    + " draws from the prior have losses that no single-precision"
                    + " number holds; the prior's mean leaves them out");
        }
    }
}
