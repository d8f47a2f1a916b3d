package org.guesscheck.gnc.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.sampler.AutoSampler;
import org.guesscheck.gnc.text.InputException;

/** The panels of the paper's eleven figures (Alexander et al., arXiv 2506.03931) one that is quick, and some beyond the paper. */
public final class Presets {
    /** Below the spread over trials, so that a figure's bars show the problems and not the sampling. */
    private static final double RELATIVE_ERROR = 0.03;

    private static final Map<String, SweepConfig> PANELS = panels();

    private Presets() {}

    /** All panels by name: quick, then the paper's in its order, then those beyond it. */
    public static Map<String, SweepConfig> all() {
        return PANELS;
    }

    /** Whether a name is that of a preset or of a group of them. */
    public static boolean has(String name) {
        return PANELS.containsKey(name) || !group(name).isEmpty();
    }

    /** The panels of a name: one panel, a figure's three, or with "paper" all 33. */
    public static List<SweepConfig> named(String name) {
        List<SweepConfig> found = PANELS.containsKey(name) ? List.of(PANELS.get(name)) : group(name);
        if (found.isEmpty()) {
            throw new InputException(name + ": neither a file nor a preset; presets are quick, figure-1 to figure-11,"
                    + " each also with -linear, -tanh or -leaky-relu, paper, and those beyond"
                    + " the paper, which gnc presets lists");
        }
        return found;
    }

    private static List<SweepConfig> group(String name) {
        if (!name.equals("paper") && !name.matches("figure-\\d+")) {
            return List.of();
        }
        String prefix = name.equals("paper") ? "figure-" : name + "-";
        return PANELS.values().stream()
                .filter(panel -> panel.title().startsWith(prefix))
                .toList();
    }

    private static Map<String, SweepConfig> panels() {
        Map<String, SweepConfig> panels = new LinkedHashMap<>();
        List<SweepConfig> list = new ArrayList<>(List.of(quick()));
        for (int figure = 1; figure <= 11; figure++) {
            for (Activation.Kind activation : Activation.Kind.values()) {
                list.add(figure(figure, activation));
            }
        }
        list.addAll(BeyondThePaper.panels());
        list.forEach(panel -> panels.put(panel.title(), panel));
        return java.util.Collections.unmodifiableMap(panels);
    }

    private static SweepConfig figure(int figure, Activation.Kind activation) {
        String title = "figure-" + figure + "-" + OptionNames.of(activation);
        boolean secondRank = figure == 5 || figure == 6;
        int rank = secondRank ? 2 : 1;
        int measurements = secondRank ? 22 : 15;
        boolean completion = figure == 9 || figure == 10;
        Prior prior = figure == 7 || figure == 8 ? Prior.UNIFORM : Prior.GAUSSIAN;
        double momentum = figure == 3 || figure == 4 ? 0.9 : 0;
        boolean depth = figure % 2 == 0 || figure == 11;
        if (!depth) {
            return new SweepConfig(
                    title,
                    SweepKind.WIDTH,
                    List.of(5, 10, 20, 40, 80, 160),
                    2,
                    5,
                    5,
                    rank,
                    completion,
                    measurements,
                    8,
                    100_000_000,
                    0.02,
                    prior,
                    false,
                    1e-6,
                    activation,
                    0.2,
                    List.of(1e-4),
                    100_000,
                    List.of(1e-3),
                    momentum,
                    1,
                    AutoSampler.NAME,
                    RELATIVE_ERROR,
                    false);
        }
        boolean leaky = activation == Activation.Kind.LEAKY_RELU;
        double deepest = leaky ? 0.1 : 0.2;
        return new SweepConfig(
                title,
                SweepKind.DEPTH,
                List.of(2, 3, 4, 5, 6, 7, 8, 9, 10),
                5,
                5,
                5,
                rank,
                completion,
                measurements,
                8,
                1_000_000_000,
                secondRank || figure == 11 ? 0.01 : 0.0035,
                prior,
                figure != 11,
                1e-6,
                activation,
                0.2,
                List.of(0.01),
                leaky || secondRank ? 50_000 : 20_000,
                List.of(0.001, 0.001, 0.001, 0.1, 0.1, 0.1, 0.1, deepest, deepest),
                momentum,
                1,
                AutoSampler.NAME,
                RELATIVE_ERROR,
                false);
    }

    private static SweepConfig quick() {
        return new SweepConfig(
                "quick",
                SweepKind.WIDTH,
                List.of(5, 10, 20, 40),
                2,
                5,
                5,
                1,
                false,
                15,
                3,
                20_000_000,
                0.02,
                Prior.GAUSSIAN,
                false,
                1e-6,
                Activation.Kind.LINEAR,
                0.2,
                List.of(1e-4),
                20_000,
                List.of(1e-3),
                0,
                1,
                AutoSampler.NAME,
                RELATIVE_ERROR,
                false);
    }
}
