package org.guesscheck.gnc.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
        Predicate<String> member = switch (name) {
            case "paper" -> title -> title.startsWith("figure-") && !title.endsWith(PaperPanels.FITS);
            case WideAndDeep.MAP, WideAndDeep.RATIO -> title -> title.startsWith(name);
            case "wide-and-deep" -> title -> title.startsWith(WideAndDeep.MAP) || title.startsWith(WideAndDeep.RATIO);
            case "figure-2" + PaperPanels.FITS ->
                title -> title.startsWith("figure-2-") && title.endsWith(PaperPanels.FITS);
            default ->
                title -> name.matches("figure-\\d+")
                        && title.startsWith(name + "-")
                        && !title.endsWith(PaperPanels.FITS);
        };
        return PANELS.values().stream()
                .filter(panel -> member.test(panel.title()))
                .toList();
    }

    private static Map<String, SweepConfig> panels() {
        Map<String, SweepConfig> panels = new LinkedHashMap<>();
        Stream.of(
                        List.of(quick()),
                        PaperPanels.all(),
                        BeyondThePaper.panels(),
                        WideAndDeep.panels(),
                        PaperPanels.fitting())
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
