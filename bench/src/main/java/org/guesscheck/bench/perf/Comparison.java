package org.guesscheck.bench.perf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ratios of the rates of two runs, new over old.
 *
 * <p>An interval comes from the scatter of both runs' rounds. A figure is a regression if even the upper end of its interval
 * is below {@link #TOLERATED}, at a level that gives all figures together a chance of 5% for a false alarm: the rounds of one
 * run cannot see how a machine differs from one run to the next.
 */
public final class Comparison {
    /** A machine's own mood from run to run: a ratio above this is no regression, however narrow its interval is. */
    static final double TOLERATED = 0.97;

    private static final double CONFIDENCE = 0.95;

    private final List<Ratio> ratios = new ArrayList<>();
    private final List<String> onlyOld;
    private final List<String> onlyNew;

    /**
     * A ratio of rates.
     *
     * @param id name of the figure
     * @param ratio new over old
     * @param low lower end of its 95% interval
     * @param high upper end of its 95% interval
     * @param regression whether it is too low to be chance
     */
    record Ratio(String id, double ratio, double low, double high, boolean regression) {}

    /** Compares the figures that both runs have. */
    Comparison(List<Figure> earlier, List<Figure> later) {
        Map<String, Figure> old = earlier.stream().collect(Collectors.toMap(Figure::id, figure -> figure));
        List<Figure> common =
                later.stream().filter(figure -> old.containsKey(figure.id())).toList();
        Scatter scatter =
                new Scatter(Stream.concat(earlier.stream(), later.stream()).toList());
        for (Figure figure : common) {
            ratios.add(ratio(old.get(figure.id()), figure, scatter, common.size()));
        }
        onlyOld = without(earlier, later);
        onlyNew = without(later, earlier);
    }

    /** Compares an earlier run with a new one. */
    public static Comparison of(MeasuredJson.Earlier earlier, Measured later) {
        return new Comparison(earlier.figures(), later.figures());
    }

    private static List<String> without(List<Figure> some, List<Figure> others) {
        List<String> ids = others.stream().map(Figure::id).toList();
        return some.stream().map(Figure::id).filter(id -> !ids.contains(id)).toList();
    }

    private static Ratio ratio(Figure old, Figure now, Scatter scatter, int figures) {
        double log = now.center() - old.center();
        double half = scatter.halfWidth(CONFIDENCE, old, now);
        // One side of each interval counts, so that the share of a figure in the 5% is doubled.
        double strict = scatter.halfWidth(1 - 2 * (1 - CONFIDENCE) / Math.max(figures, 2), old, now);
        boolean regression = log + strict < Math.log(TOLERATED);
        return new Ratio(now.id(), Math.exp(log), Math.exp(log - half), Math.exp(log + half), regression);
    }

    List<Ratio> ratios() {
        return List.copyOf(ratios);
    }

    /** Figures that became slower beyond noise. */
    public List<String> regressions() {
        return ratios.stream().filter(Ratio::regression).map(Ratio::id).toList();
    }

    /** The ratios as a table. */
    public String text() {
        int width = ratios.stream().mapToInt(r -> r.id().length()).max().orElse(0);
        StringBuilder text = new StringBuilder("new / old, with 95% intervals\n");
        for (Ratio r : ratios) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + width + "s  %6.3f  (%.3f to %.3f)%s%n",
                    r.id(),
                    r.ratio(),
                    r.low(),
                    r.high(),
                    r.regression() ? "  SLOWER" : ""));
        }
        if (!onlyOld.isEmpty()) {
            text.append("only in the old run: ")
                    .append(String.join(", ", onlyOld))
                    .append('\n');
        }
        if (!onlyNew.isEmpty()) {
            text.append("only in the new run: ")
                    .append(String.join(", ", onlyNew))
                    .append('\n');
        }
        return text.append(
                        regressions().isEmpty()
                                ? "nothing became slower beyond noise"
                                : regressions().size() + " of " + ratios.size() + " became slower beyond noise")
                .toString();
    }
}
