package org.guesscheck.bench.cli;

import java.util.Locale;
import org.guesscheck.core.sampler.GeneralizationLoss;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.ThresholdEstimate;

/** A posterior for people; what is unknown is said to be unknown. */
final class PosteriorText {
    private PosteriorText() {}

    static String text(Posterior p) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d draws in %.2f s (%.3g draws/s) on %s, %d threads%nprior: generalization loss %.5g +- %.2g",
                p.sampler(),
                p.draws(),
                p.elapsedSeconds(),
                p.draws() / p.elapsedSeconds(),
                p.backend(),
                p.threads(),
                p.prior().mean(),
                p.prior().standardError()));
        for (ThresholdEstimate e : p.thresholds()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%neps %s: %.0f accepted, probability %.4g (%.4g to %.4g), ",
                    e.eps(),
                    e.accepted(),
                    e.probability(),
                    e.probabilityLow(),
                    e.probabilityHigh()));
            text.append(e.generalizationLoss().map(PosteriorText::text).orElse("generalization loss unknown"));
        }
        p.diagnostics().notes().forEach(note -> text.append(String.format("%nnote: %s", note)));
        p.diagnostics().reasons().forEach(reason -> text.append(String.format("%nNOT TRUSTWORTHY: %s", reason)));
        return text.append(String.format("%ndigest %s", p.digest())).toString();
    }

    private static String text(GeneralizationLoss loss) {
        return Double.isFinite(loss.standardError())
                ? String.format(
                        Locale.ROOT,
                        "generalization loss %.5g +- %.2g (%.5g to %.5g)",
                        loss.mean(),
                        loss.standardError(),
                        loss.low(),
                        loss.high())
                : String.format(Locale.ROOT, "generalization loss %.5g (error unknown)", loss.mean());
    }
}
