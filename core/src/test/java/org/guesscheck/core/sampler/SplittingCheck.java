package org.guesscheck.core.sampler;

import java.util.List;
import java.util.Locale;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;

/**
 * The long check of splitting, some minutes: {@code grid} compares it with rejection over activations, depths, widths, priors
 * and completion; {@code deep} runs a 10 x 10 problem at p below 1e-20 with several seeds and sweep counts. CONTRIBUTING.md
 * has the command.
 */
final class SplittingCheck {
    private static final double STUDENT = 2.131;
    private static int far;

    private SplittingCheck() {}

    public static void main(String[] args) {
        switch (args.length == 1 ? args[0] : "") {
            case "grid" -> grid();
            case "deep" -> deep();
            default -> throw new IllegalArgumentException("one of grid and deep is needed");
        }
    }

    private static void grid() {
        Problem sensing = Problem.sensing(5, 5, 1, 15, 1);
        Problem completion = Problem.completion(5, 5, 1, 15, 2);
        for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.LEAKY_RELU)) {
            for (int depth : new int[] {2, 4, 7, 10}) {
                compare(sensing, Network.linear(5, depth).with(activation).normalize(), 0.015);
            }
            for (Prior prior : Prior.values()) {
                compare(sensing, Network.linear(5, 2).with(activation).with(prior), 0.03);
                compare(sensing, Network.linear(40, 2).with(activation).with(prior), 0.03);
                compare(completion, Network.linear(5, 2).with(activation).with(prior), 0.03);
            }
        }
        System.out.println(far + " comparisons beyond 4 combined standard errors");
        if (far > 0) {
            System.exit(1);
        }
    }

    private static void compare(Problem problem, Network network, double eps) {
        long draws = Math.min(20_000_000, 4_000_000_000L / network.width() / network.width() / network.depth());
        ThresholdEstimate expected = RejectionSampler.of(problem, network)
                .eps(eps)
                .draws(draws)
                .seed(21)
                .run()
                .thresholds()
                .getFirst();
        Posterior posterior =
                SplittingSampler.of(problem, network).eps(eps).seed(22).run();
        ThresholdEstimate found = posterior.thresholds().getFirst();
        double errorOfLog = Math.log(found.probabilityHigh() / found.probabilityLow()) / 2 / STUDENT;
        double ofP = Math.log(found.probability() / expected.probability())
                / Math.hypot(errorOfLog, 1 / Math.sqrt(expected.accepted()));
        GeneralizationLoss wanted = expected.generalizationLoss().orElseThrow();
        GeneralizationLoss loss = found.generalizationLoss().orElseThrow();
        double ofMean = (loss.mean() - wanted.mean()) / Math.hypot(loss.standardError(), wanted.standardError());
        far += Math.abs(ofP) > 4 ? 1 : 0;
        far += Math.abs(ofMean) > 4 ? 1 : 0;
        System.out.printf(
                Locale.ROOT,
                "%s w%d d%d %s%s n%d: p %.4g, rejection %.4g (%.2f errors); mean %.4f, rejection %.4f (%.2f"
                        + " errors)%s%n",
                network.activation().kind(),
                network.width(),
                network.depth(),
                network.prior(),
                network.normalized() ? " normalized" : "",
                problem.train().count(),
                found.probability(),
                expected.probability(),
                ofP,
                loss.mean(),
                wanted.mean(),
                ofMean,
                posterior.diagnostics().reasons());
    }

    private static void deep() {
        Problem problem = Problem.sensing(10, 10, 1, 60, 3);
        for (int[] setting : new int[][] {{1, 10}, {2, 20}, {3, 40}}) {
            Posterior p = SplittingSampler.of(problem, Network.linear(10, 4).normalize())
                    .eps(0.0003)
                    .seed(setting[0])
                    .sweeps(setting[1])
                    .run();
            ThresholdEstimate e = p.thresholds().getFirst();
            GeneralizationLoss loss = e.generalizationLoss().orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "seed %d, %d sweeps: p %.3g (%.3g to %.3g), mean %.5f (%.5f to %.5f), %.3g evaluations, %.1f s,"
                            + " %s%n",
                    setting[0],
                    setting[1],
                    e.probability(),
                    e.probabilityLow(),
                    e.probabilityHigh(),
                    loss.mean(),
                    loss.low(),
                    loss.high(),
                    (double) p.draws(),
                    p.elapsedSeconds(),
                    p.diagnostics().reasons());
        }
    }
}
