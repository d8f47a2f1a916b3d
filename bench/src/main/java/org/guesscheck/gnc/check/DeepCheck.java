package org.guesscheck.gnc.check;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.SplittingSampler;
import picocli.CommandLine.Command;

/**
 * Splitting with itself where nothing else reaches: a 10 x 10 problem with 60 measurements at p below 1e-20, with several seeds and
 * sweep counts. Of any two runs, neither interval may lie wholly beside the other's, for p and for the mean.
 */
@Command(
        name = "deep",
        description = "Compares splitting with itself, by other seeds and numbers of sweeps, at a p below 1e-20.")
final class DeepCheck extends Check {
    private static final double EPS = 0.0003;
    private static final double HOPELESS = 1e-20;

    /** Sweeps at a level; 0 lets the pilot run choose. */
    private static final int[] SWEEPS = {0, 0, 20, 40};

    /** Runs all settings, each with its own seed, and compares each with those before it. */
    @Override
    void run(Verdicts verdicts) {
        Problem problem = Problem.sensing(10, 10, 1, 60, 3);
        Network network = Network.linear(10, 4).normalize();
        List<ThresholdEstimate> before = new ArrayList<>();
        for (int i = 0; i < SWEEPS.length; i++) {
            Posterior posterior = SplittingSampler.of(problem, network)
                    .eps(EPS)
                    .seed(i + 1L)
                    .sweeps(SWEEPS[i])
                    .cancelWhen(verdicts.cancelled())
                    .run();
            ThresholdEstimate e = posterior.thresholds().getFirst();
            boolean agrees = e.probability() < HOPELESS
                    && posterior.diagnostics().trustworthy()
                    && before.stream().allMatch(other -> agree(e, other));
            GeneralizationLoss loss = e.generalizationLoss().orElseThrow();
            verdicts.add(
                    agrees,
                    "seed %d, %s sweeps: p %.3g (%.3g to %.3g), mean %.6f (%.6f to %.6f), %.3g evaluations,"
                            + " %.1f s %s",
                    i + 1,
                    SWEEPS[i] == 0 ? "the pilot's" : "" + SWEEPS[i],
                    e.probability(),
                    e.probabilityInterval().low(),
                    e.probabilityInterval().high(),
                    loss.mean(),
                    loss.interval().low(),
                    loss.interval().high(),
                    (double) posterior.origin().draws(),
                    posterior.execution().seconds(),
                    String.join("; ", posterior.diagnostics().reasons()));
            before.add(e);
        }
    }

    private static boolean agree(ThresholdEstimate a, ThresholdEstimate b) {
        GeneralizationLoss one = a.generalizationLoss().orElseThrow();
        GeneralizationLoss two = b.generalizationLoss().orElseThrow();
        return a.probabilityInterval().meets(b.probabilityInterval())
                && one.interval().meets(two.interval());
    }
}
