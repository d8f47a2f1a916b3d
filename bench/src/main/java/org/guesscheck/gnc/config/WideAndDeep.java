package org.guesscheck.gnc.config;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.sampler.SplittingSampler;

/**
 * What guess and check does in networks that are wide and deep, which the paper leaves open: it varies the width at depth 2, and
 * the depth at width 5.
 */
final class WideAndDeep {
    /** The maps of width and depth. */
    static final String MAP = "map-width-depth";

    /** The same cells against depth over width. */
    static final String RATIO = "ratio-depth-width";

    private static final List<Activation.Kind> ACTIVATIONS =
            List.of(Activation.Kind.LINEAR, Activation.Kind.TANH, Activation.Kind.LEAKY_RELU);

    private static final Axis WIDTHS = Axis.of(SweptField.WIDTH, 5, 10, 20, 40, 80, 160, 320, 640);
    private static final Axis DEPTHS = Axis.of(SweptField.DEPTH, 2, 3, 4, 5, 8, 10, 15, 20);

    private WideAndDeep() {}

    static List<SweepConfig> panels() {
        List<SweepConfig> panels = new ArrayList<>();
        ACTIVATIONS.forEach(activation -> panels.add(map(MAP, activation, FigureKind.MAPS)));
        ACTIVATIONS.forEach(activation -> panels.add(map(RATIO, activation, FigureKind.RATIO)));
        panels.add(measurements());
        panels.add(sizes());
        return panels;
    }

    /**
     * No more than some draws in a million are accepted anywhere, so splitting is taken without the short run by which auto would
     * find that out. Gradient descent is left out: 20,000 epochs in all cells of the three panels are some 2e14 multiplications, an
     * hour by themselves, and the question is about guess and check.
     */
    private static SweepConfig map(String name, Activation.Kind activation, FigureKind figure) {
        return PaperPanels.DEPTHS
                .title(name + "-" + OptionNames.of(activation))
                .network(n -> n.activation(activation))
                .guess(g -> g.sampler(SplittingSampler.NAME))
                .descent(d -> DescentPlan.NONE)
                .grid(new Grid(List.of(WIDTHS, DEPTHS), figure));
    }

    /** The paper's first figure against the number of measurements, at three of its widths. */
    private static SweepConfig measurements() {
        Axis measurements = Axis.of(SweptField.MEASUREMENTS, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23);
        return PaperPanels.WIDTHS
                .title("measurements")
                .descent(d -> d.learningRate(0.01).epochs(20_000))
                .grid(new Grid(List.of(measurements, Axis.of(SweptField.WIDTH, 5, 20, 80)), FigureKind.CURVES));
    }

    /**
     * Square matrices of several sizes, with networks as wide as they are. Six of ten entries' worth of measurements, and a
     * threshold of 0.4 times the training loss of the zero matrix, which is near 1 / size^2, make the same question of each.
     */
    private static SweepConfig sizes() {
        Axis sizes = Axis.of(SweptField.SIZE, 4, 5, 7, 10, 14)
                .with(SweptField.WIDTH, 4, 5, 7, 10, 14)
                .with(SweptField.MEASUREMENTS, 10, 15, 29, 60, 118)
                .with(SweptField.EPS, 0.025, 0.016, 0.0082, 0.004, 0.002);
        return PaperPanels.DEPTHS
                .title("map-size-depth")
                .trials(4)
                .guess(g -> g.sampler(SplittingSampler.NAME).relativeError(0.05))
                .descent(d -> d.initScales(0.001, 0.001, 0.1, 0.1, 0.1))
                .grid(Grid.of(Axis.of(SweptField.DEPTH, 2, 3, 4, 6, 8), sizes));
    }
}
