package org.guesscheck.gnc.check;

import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.SplittingSampler;

/** Whether another sampler agrees with rejection on acceptance probability and mean generalization loss. */
final class Agreement {
    /** Combined standard errors within which answers agree; by chance one in 16,000 does not. */
    private static final double FAR = 4;

    /** Half a 95 % interval in standard errors, where there are many draws. */
    private static final double NORMAL = 1.96;

    private Agreement() {}

    /** Compares the smallest threshold of one run with rejection's estimate at the same threshold. */
    static Verdict of(String name, ThresholdEstimate rejection, Posterior other) {
        ThresholdEstimate found = other.thresholds().getFirst();
        if (rejection.accepted() < 2 || found.generalizationLoss().isEmpty()) {
            return Verdict.of(
                    false,
                    "%s: rejection accepted %.0f draws, %s %.0f: too few to compare",
                    name,
                    rejection.accepted(),
                    other.origin().sampler(),
                    found.accepted());
        }
        double ofP = Math.log(found.probability() / rejection.probability())
                / Math.hypot(relativeError(other, found), 1 / Math.sqrt(rejection.accepted()));
        GeneralizationLoss wanted = rejection.generalizationLoss().orElseThrow();
        GeneralizationLoss mean = found.generalizationLoss().orElseThrow();
        double ofMean = (mean.mean() - wanted.mean()) / Math.hypot(mean.standardError(), wanted.standardError());
        return Verdict.of(
                Math.abs(ofP) <= FAR && Math.abs(ofMean) <= FAR,
                "%s, eps %.4g: %s p %.4g, rejection %.4g of %.0f accepted (%+.2f errors); mean %.5f +- %.5f,"
                        + " rejection %.5f +- %.5f (%+.2f errors); %.2g evaluations%s",
                name,
                found.eps(),
                other.origin().sampler(),
                found.probability(),
                rejection.probability(),
                rejection.accepted(),
                ofP,
                mean.mean(),
                mean.standardError(),
                wanted.mean(),
                wanted.standardError(),
                ofMean,
                (double) other.origin().draws(),
                other.diagnostics().trustworthy()
                        ? ""
                        : "; not trusted: " + other.diagnostics().reasons().getFirst());
    }

    private static double relativeError(Posterior posterior, ThresholdEstimate e) {
        Double told = posterior.diagnostics().values().get(SplittingSampler.PROBABILITY_ERROR);
        return told != null ? told : e.probabilityInterval().width() / (2 * NORMAL * e.probability());
    }
}
