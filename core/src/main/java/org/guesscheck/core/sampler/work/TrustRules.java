package org.guesscheck.core.sampler.work;

import java.util.List;
import java.util.Locale;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.ThresholdEstimate;

/** The rules by which the estimates of every sampler are doubted. */
public final class TrustRules {
    /** Accepted draws, or their like, below which an estimate's own error is not known. */
    public static final int LEAST_ACCEPTED = 100;

    /** The note of a run that reached its wanted relative error. */
    public static final String REACHED = "the mean reached the wanted relative error";

    private TrustRules() {}

    /**
     * Doubts a mean from too few accepted draws, counted or effective, or beyond the range of single precision.
     *
     * @param out gets the doubts
     * @param estimates one for each threshold
     * @param what names the number of accepted draws
     */
    public static void judgeAccepted(Diagnostics.Builder out, List<ThresholdEstimate> estimates, String what) {
        for (ThresholdEstimate e : estimates) {
            if (!(e.accepted() >= LEAST_ACCEPTED)) {
                String number =
                        Double.isNaN(e.accepted()) ? "not known" : String.format(Locale.ROOT, "%.0f", e.accepted());
                out.doubt("eps " + e.eps() + ": " + what + " is " + number + ", below " + LEAST_ACCEPTED
                        + ", so that the error of the mean is not known");
            }
            if (e.generalizationLoss()
                    .filter(loss -> !Double.isFinite(loss.mean()))
                    .isPresent()) {
                out.doubt("eps " + e.eps() + ": some accepted draws have losses that no single-precision number holds");
            }
        }
    }

    /**
     * Doubts where a wanted relative error was not reached at every threshold.
     *
     * @param out gets the doubt
     * @param estimates one for each threshold
     * @param wanted the relative error; 0 for none
     * @return whether one was wanted and reached
     */
    public static boolean judgeError(Diagnostics.Builder out, List<ThresholdEstimate> estimates, double wanted) {
        if (!(wanted > 0)) {
            return false;
        }
        double reached = estimates.stream()
                .mapToDouble(e ->
                        e.generalizationLoss().map(TrustRules::relativeError).orElse(Double.NaN))
                .reduce(0, Math::max);
        if (reached <= wanted) {
            return true;
        }
        if (Double.isFinite(reached)) {
            out.doubt(String.format(
                    Locale.ROOT, "the mean did not reach the wanted relative error %s: it is %.3g", wanted, reached));
        } else {
            out.doubt("the mean did not reach the wanted relative error " + wanted + ": none is known");
        }
        return false;
    }

    private static double relativeError(GeneralizationLoss loss) {
        return relativeError(loss.mean(), loss.standardError());
    }

    /**
     * Standard error over mean.
     *
     * @param mean a mean
     * @param standardError its standard error
     * @return the ratio; 0 where there is no error, whatever the mean
     */
    public static double relativeError(double mean, double standardError) {
        return standardError == 0 ? 0 : standardError / mean;
    }
}
