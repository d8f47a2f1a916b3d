package org.guesscheck.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ratios of the rates of two runs, new over old.
 *
 * <p>An interval comes from the scatter of both runs' rounds. A figure is a regression if the upper end of its interval is below
 * {@link #TOLERATED}. The level of that interval gives all figures together a chance of 5% for a false alarm. The tolerance is for
 * the machine's differences from run to run, which the rounds of one run do not show. If an interval reaches below {@link
 * #RULED_OUT}, the comparison can't tell.
 */
public final class Comparison {
    /** A ratio above this is no regression, however narrow its interval: a machine's speed differs that much from run to run. */
    static final double TOLERATED = 0.97;

    /** A figure counts as not slower only if the low end of its interval is at least this ratio. */
    static final double RULED_OUT = 0.8;

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
     * @param regression whether the ratio is too low to be chance
     */
    record Ratio(String id, double ratio, double low, double high, boolean regression) {
        /** Whether the rounds scatter too much to rule out a loss of speed. */
        boolean undecided() {
            return !regression && !(low >= RULED_OUT);
        }
    }

    /** Compares the figures that both runs have. */
    Comparison(List<MeasuredRate> earlier, List<MeasuredRate> later) {
        Map<String, MeasuredRate> old = earlier.stream().collect(Collectors.toMap(MeasuredRate::id, figure -> figure));
        List<MeasuredRate> common =
                later.stream().filter(figure -> old.containsKey(figure.id())).toList();
        Scatter scatter =
                new Scatter(Stream.concat(earlier.stream(), later.stream()).toList());
        for (MeasuredRate figure : common) {
            ratios.add(ratio(old.get(figure.id()), figure, scatter, common.size()));
        }
        onlyOld = without(earlier, later);
        onlyNew = without(later, earlier);
    }

    /** Compares an earlier run with a new one. */
    public static Comparison of(RecordedRun earlier, Measured later) {
        return new Comparison(earlier.figures(), later.figures());
    }

    private static List<String> without(List<MeasuredRate> some, List<MeasuredRate> others) {
        List<String> ids = others.stream().map(MeasuredRate::id).toList();
        return some.stream()
                .map(MeasuredRate::id)
                .filter(id -> !ids.contains(id))
                .toList();
    }

    private static Ratio ratio(MeasuredRate old, MeasuredRate now, Scatter scatter, int figures) {
        double log = now.center() - old.center();
        double half = scatter.halfWidth(CONFIDENCE, old, now);
        // Only one side of each interval can give an alarm, so a figure has twice its share of the 5%.
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

    /** Figures that may have become slower, because their rounds scatter too much. */
    public List<String> undecided() {
        return ratios.stream().filter(Ratio::undecided).map(Ratio::id).toList();
    }

    /** Whether the two runs have a figure in common. */
    public boolean comparable() {
        return !ratios.isEmpty();
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
                    r.regression() ? "  SLOWER" : r.undecided() ? "  can't tell" : ""));
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
        return text.append(verdict()).toString();
    }

    private String verdict() {
        if (!comparable()) {
            return "can't tell: the two runs have no figure in common";
        }
        int slower = regressions().size();
        int open = undecided().size();
        String first = slower > 0 ? slower + " of " + ratios.size() + " became slower beyond noise" : "";
        String second = open > 0
                ? String.format(
                        Locale.ROOT,
                        "can't tell for %d of %d: their intervals reach below %.2f, so noise may hide a loss; a quieter"
                                + " machine or a run without --quick says more",
                        open,
                        ratios.size(),
                        RULED_OUT)
                : "";
        if (slower == 0 && open == 0) {
            return "nothing became slower beyond noise";
        }
        return first + (slower > 0 && open > 0 ? "\n" : "") + second;
    }
}
