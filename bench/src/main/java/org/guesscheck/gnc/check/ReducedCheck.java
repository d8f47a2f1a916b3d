package org.guesscheck.gnc.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The reduced form beside plain draws, and beside the conditional sampler where it applies, over activations, depths, widths on
 * both sides of the rows, and rows, each at a threshold at which about one draw in a hundred is accepted.
 */
@Command(
        name = "reduced",
        description = "Compares the reduced form with plain draws, and with conditional where it applies, over"
                + " activations, depths, widths and rows, within 4 combined standard errors.")
final class ReducedCheck extends Check {
    private static final int[] DEPTHS = {2, 3, 5, 10};
    private static final int[] WIDTHS = {3, 8, 40, 160};
    private static final int[] ROWS = {3, 5, 12};
    private static final int COLS = 3;

    /** Draws that find the threshold, and how many of them it is to accept. */
    private static final long FIRST = 20_000;

    private static final double ACCEPTED_OF_FIRST = 200;
    private static final double LARGEST_EPS = 4;
    private static final double RATIO = 0.9;
    private static final int THRESHOLDS = 120;
    private static final long FEWEST_DRAWS = 50_000;
    private static final long MOST_DRAWS = 4_000_000;
    private static final double RELATIVE_ERROR = 0.01;
    private static final long CONDITIONAL_DRAWS = 1 << 15;

    @Option(
            names = "--numbers",
            defaultValue = "3e9",
            paramLabel = "N",
            description =
                    "Weights that plain draws take in each case, some 50,000 to 4,000,000 draws (${DEFAULT-VALUE}).")
    private double numbers;

    @Override
    void run(Verdicts verdicts) {
        for (Activation.Kind kind : Activation.Kind.values()) {
            for (int rows : ROWS) {
                Problem problem = Problem.sensing(rows, COLS, 1, rows + 1, 3);
                for (int depth : DEPTHS) {
                    for (int width : WIDTHS) {
                        Network network = Network.linear(width, depth).with(Activation.of(kind));
                        compare(problem, network, verdicts);
                        compare(problem, network.normalize(), verdicts);
                    }
                }
            }
        }
    }

    private void compare(Problem problem, Network network, Verdicts verdicts) {
        String name = String.format(
                Locale.ROOT,
                "%s rows %d w%d d%d%s",
                network.activation().kind(),
                problem.rows(),
                network.width(),
                network.depth(),
                network.normalized() ? " normalized" : "");
        double weights = (double) network.width() * (problem.rows() + COLS + (network.depth() - 2.0) * network.width());
        long draws = Math.clamp((long) (numbers / weights), FEWEST_DRAWS, MOST_DRAWS);
        double eps = threshold(problem, network, verdicts);
        RejectionSampler sampler =
                RejectionSampler.of(problem, network).eps(eps).draws(draws).cancelWhen(verdicts.cancelled());
        ThresholdEstimate plain = sampler.seed(31).run().thresholds().getFirst();
        Posterior reduced = sampler.reduce(true).seed(32).run();
        verdicts.add(Agreement.of(name, plain, reduced));
        if (ConditionalSampler.applies(network)) {
            Posterior conditional = ConditionalSampler.of(problem, network)
                    .eps(eps)
                    .draws(CONDITIONAL_DRAWS)
                    .relativeError(RELATIVE_ERROR)
                    .seed(33)
                    .cancelWhen(verdicts.cancelled())
                    .run();
            verdicts.add(Agreement.of(name, plain, conditional));
        }
    }

    private static double threshold(Problem problem, Network network, Verdicts verdicts) {
        double[] ladder = IntStream.range(0, THRESHOLDS)
                .mapToDouble(i -> LARGEST_EPS * Math.pow(RATIO, i))
                .toArray();
        return RejectionSampler.of(problem, network)
                .eps(ladder)
                .reduce(true)
                .draws(FIRST)
                .seed(30)
                .cancelWhen(verdicts.cancelled())
                .run()
                .thresholds()
                .stream()
                .filter(e -> e.accepted() <= ACCEPTED_OF_FIRST)
                .mapToDouble(ThresholdEstimate::eps)
                .findFirst()
                .orElse(Arrays.stream(ladder).min().orElseThrow());
    }
}
