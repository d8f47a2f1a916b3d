package org.guesscheck.gnc.cli;

import java.util.Locale;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.RejectionSampler;

/** A posterior for people; what is unknown is said to be unknown. */
final class PosteriorText {
    private PosteriorText() {}

    static String text(Posterior p) {
        Origin origin = p.origin();
        Execution execution = p.execution();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d draws in %.2f s (%.3g draws/s) on %s, %d threads%nprior: generalization loss %s",
                origin.sampler(),
                origin.draws(),
                execution.seconds(),
                origin.draws() / execution.seconds(),
                execution.backend(),
                execution.threads(),
                mean(p.prior().mean(), p.prior().standardError())));
        for (ThresholdEstimate e : p.thresholds()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%neps %s: %s, probability %s, ",
                    e.eps(),
                    accepted(origin.sampler(), e.accepted()),
                    probability(e)));
            text.append(e.generalizationLoss().map(PosteriorText::text).orElse("generalization loss unknown"));
        }
        p.diagnostics().notes().forEach(note -> text.append(String.format("%nnote: %s", note)));
        p.diagnostics().reasons().forEach(reason -> text.append(String.format("%nNOT TRUSTWORTHY: %s", reason)));
        return text.append(String.format("%ndigest %s", origin.digest())).toString();
    }

    /** The number of accepted draws; what is not a count is said to be none, since it may well be above the draws made. */
    static String accepted(String sampler, double number) {
        if (!Double.isFinite(number)) {
            return "accepted unknown";
        }
        String count = String.format(Locale.ROOT, "%.0f accepted", number);
        return sampler.equals(RejectionSampler.NAME) ? count : "effectively " + count;
    }

    private static String probability(ThresholdEstimate e) {
        if (!Double.isFinite(e.probability())) {
            return "unknown";
        }
        Interval ends = e.probabilityInterval();
        return ends.known()
                ? String.format(Locale.ROOT, "%.4g (%.4g to %.4g)", e.probability(), ends.low(), ends.high())
                : String.format(Locale.ROOT, "%.4g (error unknown)", e.probability());
    }

    private static String mean(double mean, double error) {
        if (!Double.isFinite(mean)) {
            return "unknown";
        }
        return Double.isFinite(error)
                ? String.format(Locale.ROOT, "%.5g +- %.2g", mean, error)
                : String.format(Locale.ROOT, "%.5g (error unknown)", mean);
    }

    private static String text(GeneralizationLoss loss) {
        Interval ends = loss.interval();
        String interval = ends.known() ? String.format(Locale.ROOT, " (%.5g to %.5g)", ends.low(), ends.high()) : "";
        return "generalization loss " + mean(loss.mean(), loss.standardError())
                + (Double.isFinite(loss.standardError()) ? interval : "");
    }
}
