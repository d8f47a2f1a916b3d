package org.guesscheck.gnc.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guesscheck.core.network.Prior;
import org.guesscheck.gnc.config.Axis;
import org.guesscheck.gnc.config.DescentPlan;
import org.guesscheck.gnc.config.GuessPlan;
import org.guesscheck.gnc.config.NetworkRecipe;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;
import org.guesscheck.gnc.journal.Rung;
import org.guesscheck.gnc.json.Numeral;

/** A config in words. */
final class ConfigInWords {
    private ConfigInWords() {}

    /** What each part of a sweep was, by the name of the part. */
    static Map<String, String> of(SweepConfig c) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("sweep", sweep(c));
        ProblemRecipe problem = c.problem();
        int trials = c.trials().count();
        parts.put(
                "ground truth",
                truth(problem, c.grid().fields()) + "; " + trials
                        + (trials == 1
                                ? " problem"
                                : " problems, each shared by all "
                                        + c.axes().stream()
                                                .map(axis -> axis.field().plural())
                                                .collect(Collectors.joining(" and "))));
        parts.put(
                "training data",
                side(SweptField.MEASUREMENTS, problem.measurements(), c.grid().fields())
                        + (problem.completion() ? " observed entries" : " random measurements"));
        parts.put("network", network(c.network()));
        parts.put("guess and check", guess(c.guess(), c.grid().fields()));
        parts.put("gradient descent", descent(c.descent()));
        parts.put("seed", Long.toString(c.trials().seed()));
        return parts;
    }

    private static String truth(ProblemRecipe problem, List<SweptField> varied) {
        String sizes = varied.contains(SweptField.SIZE)
                ? "square"
                : side(SweptField.ROWS, problem.rows(), varied) + " × " + side(SweptField.COLS, problem.cols(), varied);
        return problem.own()
                .map(own -> sizes + ", from the file " + own.file() + " with the SHA-256 digest " + own.sha256())
                .orElseGet(() -> sizes + " of rank " + side(SweptField.RANK, problem.rank(), varied) + " and norm 1");
    }

    private static String side(SweptField field, int value, List<SweptField> varied) {
        return varied.contains(field) ? "(" + field.label() + ")" : Integer.toString(value);
    }

    /** The values that a sweep goes through, and the size of the network that it does not vary. */
    static String sweep(SweepConfig c) {
        List<SweptField> varied = c.grid().fields();
        String fixed = Stream.of(SweptField.WIDTH, SweptField.DEPTH)
                .filter(field -> !varied.contains(field))
                .map(field -> field.label() + " "
                        + Numeral.text(field.of(c.at(c.grid().points().getFirst()))))
                .collect(Collectors.joining(" and "));
        return c.axes().stream().map(ConfigInWords::axis).collect(Collectors.joining(", and "))
                + (fixed.isEmpty() ? "" : " at " + fixed);
    }

    private static String axis(Axis axis) {
        String with = axis.with().stream()
                .map(companion -> companion.field().plural() + " " + values(companion.values()))
                .collect(Collectors.joining(", "));
        return axis.field().plural() + " " + values(axis.values()) + (with.isEmpty() ? "" : " (with " + with + ")");
    }

    private static String values(List<Double> values) {
        return values.stream().map(Numeral::text).collect(Collectors.joining(", "));
    }

    private static String network(NetworkRecipe n) {
        String activation = OptionNames.of(n.activation());
        String slope = activation.startsWith("leaky") ? " (slope " + Figures.setting(n.negativeSlope()) + ")" : "";
        String prior = (n.prior() == Prior.GAUSSIAN ? "Gaussian" : "uniform") + (n.normalized() ? " normalized" : "");
        return activation + slope + " activation, " + prior + " prior";
    }

    private static String guess(GuessPlan g, List<SweptField> varied) {
        String stop = g.relativeError() > 0
                ? ", until the mean's relative error is " + Figures.setting(g.relativeError())
                : "";
        String eps = varied.contains(SweptField.EPS) ? "(eps)" : Figures.setting(g.eps());
        return "training loss below " + eps + "; sampler " + g.sampler() + ", at most " + Figures.count(g.draws())
                + " draws" + stop;
    }

    private static String descent(DescentPlan d) {
        if (d.none()) {
            return "none";
        }
        return Figures.count(d.epochs()) + " epochs of GroupRMSprop, learning rate " + each(d.learningRates())
                + ", init scale "
                + (d.climbs()
                        ? "the least of " + each(d.initScaleLadder()) + " at which " + Rung.PERCENT
                                + "% of the runs end with a training loss below eps"
                        : each(d.initScales()))
                + ", momentum " + Figures.setting(d.momentum())
                + (d.inits() == 1 ? "" : ", " + d.inits() + " initializations of each trial");
    }

    private static String each(List<?> values) {
        return values.stream()
                .map(value -> value instanceof Double number ? Figures.setting(number) : value.toString())
                .collect(Collectors.joining(", "));
    }
}
