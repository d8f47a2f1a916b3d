package org.guesscheck.gnc.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guesscheck.gnc.text.InputException;

/** The panels of the paper's eleven figures (Alexander et al., arXiv 2506.03931), one that is quick, and some beyond the paper. */
public final class Presets {
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

    /** The settings of figure-1-linear for a user's own problem, with one trial. */
    public static SweepConfig of(ProblemRecipe own, String title) {
        return PaperPanels.WIDTHS.title(title).problem(generated -> own).trials(1);
    }

    private static List<SweepConfig> group(String name) {
        List<String> beginnings = switch (name) {
            case "paper" -> List.of("figure-");
            case WideAndDeep.MAP, WideAndDeep.RATIO -> List.of(name);
            case "wide-and-deep" -> List.of(WideAndDeep.MAP, WideAndDeep.RATIO);
            default -> name.matches("figure-\\d+") ? List.of(name + "-") : List.of();
        };
        return PANELS.values().stream()
                .filter(panel -> beginnings.stream().anyMatch(panel.title()::startsWith))
                .toList();
    }

    private static Map<String, SweepConfig> panels() {
        Map<String, SweepConfig> panels = new LinkedHashMap<>();
        Stream.of(List.of(quick()), PaperPanels.all(), BeyondThePaper.panels(), WideAndDeep.panels())
                .flatMap(List::stream)
                .forEach(panel -> panels.put(panel.title(), panel));
        return Collections.unmodifiableMap(panels);
    }

    private static SweepConfig quick() {
        return PaperPanels.WIDTHS
                .title("quick")
                .axis(Axis.of(SweptField.WIDTH, 5, 10, 20, 40))
                .trials(3)
                .guess(g -> g.draws(20_000_000))
                .descent(d -> d.epochs(20_000));
    }
}
