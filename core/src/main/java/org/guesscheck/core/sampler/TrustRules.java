package org.guesscheck.core.sampler;

import java.util.List;
import java.util.Locale;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.ThresholdEstimate;

/** The rules by which the estimates of every sampler are doubted. */
final class TrustRules {
    /** Accepted draws, or their like, below which an estimate's own error is not known. */
    static final int LEAST_ACCEPTED = 100;

    /** The note of a run that reached its wanted relative error. */
    static final String REACHED = "the wanted relative error was reached";

    private TrustRules() {}

    /** Doubts a mean from too few accepted draws, counted or effective, or beyond the range of single precision. */
    static void judgeAccepted(Diagnostics.Builder out, List<ThresholdEstimate> estimates, String what) {
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

    /** Doubts where a wanted relative error, if not 0, was not reached at every threshold; returns whether it was. */
    static boolean judgeError(Diagnostics.Builder out, List<ThresholdEstimate> estimates, double wanted) {
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
                    Locale.ROOT, "the wanted relative error %s was not reached: it is %.3g", wanted, reached));
        } else {
            out.doubt("the wanted relative error " + wanted + " was not reached: none is known");
        }
        return false;
    }

    private static double relativeError(GeneralizationLoss loss) {
        return relativeError(loss.mean(), loss.standardError());
    }

    /** Standard error over mean; 0 where there is no error, whatever the mean. */
    static double relativeError(double mean, double standardError) {
        return standardError == 0 ? 0 : standardError / mean;
    }
}
