package org.guesscheck.gnc.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.SplittingSampler;

/**
 * Splitting, and the conditional sampler where it applies, beside rejection over activations, depths, widths and priors, each
 * at the threshold at which rejection accepts about one draw in 30,000.
 */
public final class GridCheck {
    private static final int[] DEPTHS = {2, 4, 7, 10};
    private static final int[] WIDTHS = {5, 40};

    /** Draws that find the threshold, and how many of them it is to accept. */
    private static final long FIRST = 3_000_000;

    private static final double ACCEPTED_OF_FIRST = 60;
    private static final double LARGEST_EPS = 1;
    private static final double RATIO = 0.9;
    private static final int THRESHOLDS = 80;
    private static final long CONDITIONAL_DRAWS = 1 << 17;
    private static final double RELATIVE_ERROR = 0.01;

    private final long draws;
    private final BooleanSupplier cancelled;
    private final Consumer<Verdict> verdicts;

    private GridCheck(long draws, BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        this.draws = draws;
        this.cancelled = cancelled;
        this.verdicts = verdicts;
    }

    /**
     * Runs all cases of some activations.
     *
     * @param activations of the cases
     * @param draws of rejection in each case
     * @param cancelled asked often; true stops the run
     * @param verdicts told of every comparison
     */
    public static void run(
            List<Activation> activations, long draws, BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        GridCheck check = new GridCheck(draws, cancelled, verdicts);
        Problem sensing = Problem.sensing(5, 5, 1, 15, 1);
        Problem completion = Problem.completion(5, 5, 1, 15, 2);
        for (Activation activation : activations) {
            for (Prior prior : Prior.values()) {
                for (int depth : DEPTHS) {
                    check.compare(
                            "sensing",
                            sensing,
                            Network.linear(5, depth)
                                    .with(activation)
                                    .with(prior)
                                    .normalize());
                }
                for (int width : WIDTHS) {
                    check.compare(
                            "sensing",
                            sensing,
                            Network.linear(width, 2).with(activation).with(prior));
                }
                check.compare(
                        "completion",
                        completion,
                        Network.linear(5, 2).with(activation).with(prior));
            }
        }
    }

    private void compare(String kind, Problem problem, Network network) {
        String name = String.format(
                Locale.ROOT,
                "%s %s w%d d%d %s%s",
                kind,
                network.activation().kind(),
                network.width(),
                network.depth(),
                network.prior(),
                network.normalized() ? " normalized" : "");
        Optional<ThresholdEstimate> found = threshold(problem, network);
        if (found.isEmpty()) {
            verdicts.accept(new Verdict(false, name + ": no threshold has so few accepted draws"));
            return;
        }
        double eps = found.get().eps();
        ThresholdEstimate rejection = RejectionSampler.of(problem, network)
                .eps(eps)
                .draws(draws)
                .seed(21)
                .cancelWhen(cancelled)
                .run()
                .thresholds()
                .getFirst();
        Posterior splitting = SplittingSampler.of(problem, network)
                .eps(eps)
                .relativeError(RELATIVE_ERROR)
                .seed(22)
                .cancelWhen(cancelled)
                .run();
        verdicts.accept(Agreement.of(name, rejection, splitting));
        if (ConditionalSampler.applies(network)) {
            Posterior conditional = ConditionalSampler.of(problem, network)
                    .eps(eps)
                    .draws(CONDITIONAL_DRAWS)
                    .relativeError(RELATIVE_ERROR)
                    .seed(23)
                    .cancelWhen(cancelled)
                    .run();
            verdicts.accept(Agreement.of(name, rejection, conditional));
        }
    }

    private Optional<ThresholdEstimate> threshold(Problem problem, Network network) {
        double[] ladder = IntStream.range(0, THRESHOLDS)
                .mapToDouble(i -> LARGEST_EPS * Math.pow(RATIO, i))
                .toArray();
        return RejectionSampler.of(problem, network)
                .eps(ladder)
                .draws(FIRST)
                .seed(20)
                .cancelWhen(cancelled)
                .run()
                .thresholds()
                .stream()
                .filter(e -> e.accepted() <= ACCEPTED_OF_FIRST)
                .findFirst();
    }
}
