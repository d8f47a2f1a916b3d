package org.guesscheck.gnc.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.options.Allowed;
import org.guesscheck.gnc.options.Choice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Splitting, and the conditional sampler where it applies, beside rejection over activations, depths, widths and priors, each
 * at the threshold at which rejection accepts about one draw in 30,000.
 */
@Command(
        name = "grid",
        description = "Compares splitting, and conditional where it applies, with rejection over activations, depths,"
                + " widths, priors and completion, within 4 combined standard errors.")
final class GridCheck extends Check {
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

    @Option(
            names = "--activation",
            completionCandidates = Allowed.Activations.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (all of them).")
    private String activation;

    @Option(
            names = "--draws",
            defaultValue = "1e8",
            paramLabel = "N",
            description = "Draws of rejection in each case (${DEFAULT-VALUE}).")
    private long draws;

    @Override
    void run(Verdicts verdicts) {
        if (activation != null) {
            Choice.of("--activation", activation, OptionNames.ACTIVATIONS);
        }
        Problem sensing = Problem.sensing(5, 5, 1, 15, 1);
        Problem completion = Problem.completion(5, 5, 1, 15, 2);
        for (String name : activation == null ? OptionNames.ACTIVATIONS : List.of(activation)) {
            for (Prior prior : Prior.values()) {
                Network plain = Network.linear(5, 2)
                        .with(Activation.of(OptionNames.activation(name)))
                        .with(prior);
                for (int depth : DEPTHS) {
                    compare("sensing", sensing, sized(plain, 5, depth).normalize(), verdicts);
                }
                for (int width : WIDTHS) {
                    compare("sensing", sensing, sized(plain, width, 2), verdicts);
                }
                compare("completion", completion, sized(plain, 5, 2), verdicts);
            }
        }
    }

    private static Network sized(Network network, int width, int depth) {
        return Network.linear(width, depth).with(network.activation()).with(network.prior());
    }

    private void compare(String kind, Problem problem, Network network, Verdicts verdicts) {
        String name = String.format(
                Locale.ROOT,
                "%s %s w%d d%d %s%s",
                kind,
                network.activation().kind(),
                network.width(),
                network.depth(),
                network.prior(),
                network.normalized() ? " normalized" : "");
        Optional<ThresholdEstimate> found = threshold(problem, network, verdicts);
        if (found.isEmpty()) {
            verdicts.add(false, "%s: no threshold has so few accepted draws", name);
            return;
        }
        double eps = found.get().eps();
        ThresholdEstimate rejection = RejectionSampler.of(problem, network)
                .eps(eps)
                .draws(draws)
                .seed(21)
                .cancelWhen(verdicts.cancelled())
                .run()
                .thresholds()
                .getFirst();
        Posterior splitting = SplittingSampler.of(problem, network)
                .eps(eps)
                .relativeError(RELATIVE_ERROR)
                .seed(22)
                .cancelWhen(verdicts.cancelled())
                .run();
        verdicts.add(Agreement.of(name, rejection, splitting));
        if (ConditionalSampler.applies(network)) {
            Posterior conditional = ConditionalSampler.of(problem, network)
                    .eps(eps)
                    .draws(CONDITIONAL_DRAWS)
                    .relativeError(RELATIVE_ERROR)
                    .seed(23)
                    .cancelWhen(verdicts.cancelled())
                    .run();
            verdicts.add(Agreement.of(name, rejection, conditional));
        }
    }

    private static Optional<ThresholdEstimate> threshold(Problem problem, Network network, Verdicts verdicts) {
        double[] ladder = IntStream.range(0, THRESHOLDS)
                .mapToDouble(i -> LARGEST_EPS * Math.pow(RATIO, i))
                .toArray();
        return RejectionSampler.of(problem, network)
                .eps(ladder)
                .draws(FIRST)
                .seed(20)
                .cancelWhen(verdicts.cancelled())
                .run()
                .thresholds()
                .stream()
                .filter(e -> e.accepted() <= ACCEPTED_OF_FIRST)
                .findFirst();
    }
}
