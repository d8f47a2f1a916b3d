package org.guesscheck.gnc.check;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.json.ProblemJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Rejection beside answers that an independent program found by brute force. */
@Command(
        name = "truth",
        description = "Compares with the answers in DIR/truth.json, within 4 combined standard errors.")
final class TruthCheck extends Check {
    /** Combined standard errors within which an answer agrees; by chance one in 16,000 does not. */
    private static final double FAR = 4;

    /** Below this many accepted draws their mean's standard error is too uncertain to divide by. */
    private static final long ENOUGH = 50;

    private static final long MOST_DRAWS = 400_000_000;

    @Parameters(paramLabel = "DIR", description = "Directory of truth.json and its problems.")
    private Path directory;

    @Override
    void run(Verdicts verdicts) {
        for (TruthCase c : TruthCase.read(directory)) {
            verdicts.add(compare(c, fullDraws(c), verdicts.cancelled()));
        }
    }

    /** Draws of the full check: enough for some 6,000 accepted ones, within a minute. */
    static long fullDraws(TruthCase c) {
        return (long) Math.clamp(6_000 / c.probability().value(), 20_000_000, MOST_DRAWS);
    }

    /**
     * Compares the acceptance probability, the mean loss of the accepted draws and the prior mean.
     *
     * @param c the question
     * @param draws how many draws to make
     * @param cancelled asked often; true stops the run
     */
    static Verdict compare(TruthCase c, long draws, BooleanSupplier cancelled) {
        Posterior posterior = RejectionSampler.of(ProblemJson.read(c.problem()), c.network())
                .eps(c.eps())
                .draws(draws)
                .seed(20_251)
                .cancelWhen(cancelled)
                .run();
        ThresholdEstimate e = posterior.thresholds().getFirst();
        // From the known probability: the observed one would give an error of 0 where nothing was accepted.
        double p = c.probability().value();
        double error = Math.sqrt(p * (1 - p) / draws);
        double probabilityOff = c.probability().distance(e.probability(), error);
        double priorOff =
                c.prior().distance(posterior.prior().mean(), posterior.prior().standardError());
        Optional<GeneralizationLoss> loss = e.generalizationLoss().filter(l -> e.accepted() >= ENOUGH);
        double lossOff =
                loss.map(l -> c.loss().distance(l.mean(), l.standardError())).orElse(0.0);
        // Far fewer expected than one: the normal approximation of the count would call a single one too many.
        boolean counted = p * draws < 1 ? e.accepted() <= 6 : probabilityOff <= FAR;
        return Verdict.of(
                counted && lossOff <= FAR && priorOff <= FAR,
                "%s: %.0f of %d accepted, p %.4g (truth %.4g, %.1f standard errors off), loss %s, prior %.5f (%.1f"
                        + " off)",
                c.name(),
                e.accepted(),
                draws,
                e.probability(),
                p,
                probabilityOff,
                loss.map(l -> String.format(
                                Locale.ROOT,
                                "%.5f +- %.5f (truth %.5f, %.1f off)",
                                l.mean(),
                                l.standardError(),
                                c.loss().value(),
                                lossOff))
                        .orElse("not compared below " + ENOUGH + " accepted"),
                posterior.prior().mean(),
                priorOff);
    }
}
