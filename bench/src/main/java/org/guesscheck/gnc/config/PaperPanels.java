package org.guesscheck.gnc.config;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.sampler.AutoSampler;

/** The 33 panels of the paper's eleven figures: two sweeps, and what each figure does otherwise. */
final class PaperPanels {
    /** Below the spread over trials, so that a figure's bars show the problems and not the sampling. */
    private static final double RELATIVE_ERROR = 0.03;

    /** Guess and check against the width, at depth 2: figure 1, linear. */
    static final SweepConfig WIDTHS = new SweepConfig(
            "figure-1-linear",
            new ProblemRecipe(5, 5, 1, false, 15),
            new NetworkRecipe(5, 2, Activation.Kind.LINEAR, 0.2, Prior.GAUSSIAN, false, 1e-6),
            new GuessPlan(AutoSampler.NAME, 100_000_000, RELATIVE_ERROR, 0.02, false),
            new DescentPlan(List.of(1e-4), 100_000, List.of(1e-3), 0),
            Grid.of(Axis.of(SweptField.WIDTH, 5, 10, 20, 40, 80, 160)),
            new Trials(8, 1));

    /** Guess and check against the depth, at width 5 and normalized: figure 2, linear. */
    static final SweepConfig DEPTHS = WIDTHS.title("figure-2-linear")
            .axis(Axis.of(SweptField.DEPTH, 2, 3, 4, 5, 6, 7, 8, 9, 10))
            .network(n -> n.width(5).normalized(true))
            .guess(g -> g.draws(1_000_000_000).eps(0.0035))
            .descent(d ->
                    d.learningRate(0.01).epochs(20_000).initScales(0.001, 0.001, 0.001, 0.1, 0.1, 0.1, 0.1, 0.2, 0.2));

    /** How the title of a panel ends in which gradient descent fits. */
    static final String FITS = "-fits";

    private PaperPanels() {}

    /**
     * Scales of initial weights. From 0.1 on the steps are small, since there deep networks pass from a plateau, where products vanish,
     * to a fit. At a scale of the square root of 3 a linear layer keeps the mean squared norm of a vector, and at the largest scale it
     * makes it four times as large.
     */
    private static final List<Double> LADDER =
            List.of(0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.4, 2.0, 2.8, 3.5);

    /** In the paper's order. */
    static List<SweepConfig> all() {
        List<SweepConfig> panels = new ArrayList<>();
        for (int figure = 1; figure <= 11; figure++) {
            for (Activation.Kind activation :
                    List.of(Activation.Kind.LINEAR, Activation.Kind.TANH, Activation.Kind.LEAKY_RELU)) {
                panels.add(panel(figure, activation));
            }
        }
        return panels;
    }

    /** The second figure with gradient descent that fits: four initializations of each trial, from a scale of the ladder. */
    static List<SweepConfig> fitting() {
        return all().stream()
                .filter(panel -> panel.title().startsWith("figure-2-"))
                .map(panel -> panel.title(panel.title() + FITS)
                        .descent(d -> d.inits(4).initScaleLadder(LADDER)))
                .toList();
    }

    /** Of each pair of figures, the first has widths and the second depths; the last is figure 2 without normalization. */
    private static SweepConfig panel(int figure, Activation.Kind activation) {
        boolean depths = figure % 2 == 0 || figure == 11;
        SweepConfig base = depths ? deep(activation) : WIDTHS;
        SweepConfig panel = base.title("figure-" + figure + "-" + OptionNames.of(activation))
                .network(n -> n.activation(activation));
        return switch (figure) {
            case 3, 4 -> panel.descent(d -> d.momentum(0.9));
            case 5 -> secondRank(panel);
            case 6 -> secondRank(panel).guess(g -> g.eps(0.01)).descent(d -> d.epochs(50_000));
            case 7, 8 -> panel.network(n -> n.prior(Prior.UNIFORM));
            case 9, 10 -> panel.problem(p -> p.completion(true));
            case 11 -> panel.network(n -> n.normalized(false)).guess(g -> g.eps(0.01));
            default -> panel;
        };
    }

    private static SweepConfig deep(Activation.Kind activation) {
        return activation == Activation.Kind.LEAKY_RELU
                ? DEPTHS.descent(d -> d.epochs(50_000).initScales(0.001, 0.001, 0.001, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))
                : DEPTHS;
    }

    private static SweepConfig secondRank(SweepConfig panel) {
        return panel.problem(p -> p.rank(2).measurements(22));
    }
}
