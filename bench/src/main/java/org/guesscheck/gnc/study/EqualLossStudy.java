package org.guesscheck.gnc.study;

import java.util.Locale;
import java.util.Optional;
import org.guesscheck.core.comparison.Comparison;
import org.guesscheck.core.comparison.ComparisonOutcome;
import org.guesscheck.core.comparison.Distance;
import org.guesscheck.core.comparison.Distances;
import org.guesscheck.core.comparison.Part;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.AutoSampler;

/**
 * How far guess and check is from gradient descent at the same training loss, and from the prior, against depth, at two widths and two
 * thresholds: the volume hypothesis, asked of whole distributions.
 */
final class EqualLossStudy implements Study {
    private static final int[] DEPTHS = {2, 3, 4, 6};
    private static final int[] WIDTHS = {5, 20};
    private static final double[] THRESHOLDS = {0.02, 0.1};

    /** With initial weights as large as layers usually have, and not as small as in the paper, which would be a bias of its own. */
    private static final double INIT_SCALE = 1;

    private static final double LEARNING_RATE = 1e-2;
    private static final int EPOCHS = 3000;
    private static final int RUNS = 1000;
    private static final double RELATIVE_ERROR = 0.02;

    @Override
    public String name() {
        return "beyond-equal-loss";
    }

    @Override
    public String shows() {
        return "how far guess and check is from gradient descent at the same training loss";
    }

    @Override
    public Curves run(Setting setting) {
        Problem problem = setting.problem();
        Curves curves = new Curves(
                "distance of guess and check at eps from gradient descent, first loss below eps, and from the prior",
                "depth",
                "Kolmogorov-Smirnov distance",
                false,
                false);
        for (int width : WIDTHS) {
            for (double eps : THRESHOLDS) {
                for (int depth : DEPTHS) {
                    Network network = Network.linear(width, depth);
                    ComparisonOutcome outcome = comparison(setting, problem, network, eps);
                    String place = "width " + width + ", eps " + eps;
                    add(curves, place, depth, outcome, Part.DESCENT_AT_EPS);
                    add(curves, place + ": prior", depth, outcome, Part.PRIOR);
                    setting.log().accept(place + ", depth " + depth + ": " + text(outcome));
                }
            }
        }
        return curves;
    }

    private static ComparisonOutcome comparison(Setting setting, Problem problem, Network network, double eps) {
        AutoSampler guess =
                setting.with(AutoSampler.of(problem, network)).eps(eps).relativeError(RELATIVE_ERROR);
        GradientDescent descent = GradientDescent.of(problem, network)
                .learningRate(LEARNING_RATE)
                .initScale(INIT_SCALE)
                .epochs(EPOCHS)
                .seed(setting.seed());
        return Comparison.of(guess, descent)
                .runs(RUNS)
                .seed(setting.seed())
                .threads(setting.threads())
                .backend(setting.backend())
                .cancelWhen(setting.cancelled())
                .run();
    }

    private static void add(Curves curves, String curve, int depth, ComparisonOutcome outcome, Part other) {
        Optional<Distances> distances = outcome.distances(Part.GUESS_AND_CHECK, other);
        distances.map(Distances::kolmogorovSmirnov).ifPresent(d -> curves.add(curve, point(depth, outcome, d)));
    }

    private static Curves.Point point(int depth, ComparisonOutcome outcome, Distance d) {
        return new Curves.Point(
                depth,
                d.estimate(),
                d.interval().low(),
                d.interval().high(),
                outcome.posterior().diagnostics().trustworthy(),
                outcome.posterior().origin().sampler());
    }

    private static String text(ComparisonOutcome outcome) {
        StringBuilder text = new StringBuilder();
        outcome.distributions()
                .forEach(d -> text.append(String.format(
                        Locale.ROOT,
                        "%s %.4g, ",
                        d.part().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        d.generalizationLoss().map(GeneralizationLoss::mean).orElse(Double.NaN))));
        return text.append(outcome.descentAtEps().reached())
                .append(" runs got below")
                .toString();
    }
}
