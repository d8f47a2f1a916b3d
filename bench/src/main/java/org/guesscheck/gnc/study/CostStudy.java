package org.guesscheck.gnc.study;

import java.util.Locale;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.SplittingSampler;

/**
 * Splitting's standard error against its cost in evaluated networks, including the pilot run, for several numbers of sweeps and
 * particles, at an acceptance probability near 6e-7. A line shows a thousandth of rejection's cost.
 */
final class CostStudy implements Study {
    private static final Network NETWORK = Network.linear(5, 6).normalize();
    private static final double EPS = 0.0035;
    private static final String DEFAULT = "512 particles, sweeps by pilot (default)";

    /** Sizes of a run, in units of 16 replicas of 512 particles. With fewer replicas the error itself would be unknown. */
    private static final int[] SIZES = {2, 4, 8};

    private static final int LEAST_REPLICAS = 16;

    /** Whether the error of the mean generalization loss is shown, or the error of p. */
    private final boolean mean;

    CostStudy(boolean mean) {
        this.mean = mean;
    }

    /** Settings of splitting; with 0 sweeps the pilot run chooses their number. */
    private record Variant(String name, int particles, int sweeps) {}

    private static final Variant[] CHOICES = {
        new Variant(DEFAULT, 512, 0),
        new Variant("128 particles, sweeps by pilot", 128, 0),
        new Variant("2048 particles, sweeps by pilot", 2048, 0),
        new Variant("512 particles, 1 sweep", 512, 1),
        new Variant("512 particles, 3 sweeps", 512, 3),
        new Variant("512 particles, 10 sweeps", 512, 10),
    };

    @Override
    public String name() {
        return mean ? "beyond-cost-mean" : "beyond-cost";
    }

    @Override
    public String shows() {
        return "splitting's standard error of " + (mean ? "the posterior mean" : "p") + " against its cost";
    }

    @Override
    public Curves run(Setting setting) {
        Problem problem = setting.problem();
        Curves curves = new Curves(
                "linear, width 5, depth 6, normalized, eps " + EPS,
                "evaluated networks",
                "relative standard error of " + (mean ? "the posterior mean" : "the acceptance probability"),
                true,
                true);
        Posterior last = null;
        for (Variant choice : CHOICES) {
            for (int size : SIZES) {
                int replicas = LEAST_REPLICAS * size * 512 / choice.particles;
                if (replicas < 2 * LEAST_REPLICAS) {
                    continue;
                }
                Posterior posterior = setting.with(SplittingSampler.of(problem, NETWORK))
                        .eps(EPS)
                        .particles(choice.particles)
                        .replicas(replicas)
                        .sweeps(choice.sweeps)
                        .run();
                double error = error(posterior);
                double cost = posterior.origin().draws();
                curves.add(
                        choice.name,
                        new Curves.Point(
                                cost,
                                error,
                                Double.NaN,
                                Double.NaN,
                                posterior.diagnostics().trustworthy(),
                                posterior.origin().sampler()));
                setting.log()
                        .accept(String.format(
                                Locale.ROOT,
                                "%s, %d replicas: %.3g evaluations, error %.4f; 3 %% would take %.3g, 1/%.0f of"
                                        + " rejection's",
                                choice.name,
                                replicas,
                                cost,
                                error,
                                cost * error * error / 0.0009,
                                rejection(posterior, error) / cost));
                last = choice.name.equals(DEFAULT) ? posterior : last;
            }
        }
        for (double error : new double[] {0.01, 0.03, 0.1}) {
            curves.add("rejection, a thousandth of its cost", rejection(last, error) / 1000, error);
        }
        return curves;
    }

    private double error(Posterior posterior) {
        GeneralizationLoss loss = estimate(posterior).generalizationLoss().orElseThrow();
        return mean
                ? loss.standardError() / loss.mean()
                : posterior.diagnostics().values().get(SplittingSampler.PROBABILITY_ERROR);
    }

    /** Draws that rejection needs for the same relative error, by the variance of the losses or of the count of accepted draws. */
    private double rejection(Posterior posterior, double error) {
        ThresholdEstimate e = estimate(posterior);
        GeneralizationLoss loss = e.generalizationLoss().orElseThrow();
        double relative = loss.standardError() / loss.mean();
        double spread = mean ? e.accepted() * relative * relative : 1;
        return spread / (error * error * e.probability());
    }

    private static ThresholdEstimate estimate(Posterior posterior) {
        return posterior.thresholds().getFirst();
    }
}
