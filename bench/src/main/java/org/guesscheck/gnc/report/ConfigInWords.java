package org.guesscheck.gnc.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guesscheck.core.network.Prior;
import org.guesscheck.gnc.config.DescentPlan;
import org.guesscheck.gnc.config.GuessPlan;
import org.guesscheck.gnc.config.NetworkRecipe;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;

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
                problem.rows() + " × " + problem.cols() + " of rank " + problem.rank() + " and norm 1; " + trials
                        + (trials == 1
                                ? " problem"
                                : " problems, each shared by all "
                                        + c.axis().field().plural()));
        parts.put(
                "training data",
                problem.measurements() + (problem.completion() ? " observed entries" : " random measurements"));
        parts.put("network", network(c.network()));
        parts.put("guess and check", guess(c.guess()));
        parts.put("gradient descent", descent(c.descent()));
        parts.put("seed", Long.toString(c.trials().seed()));
        return parts;
    }

    /** The values that a sweep goes through. */
    static String sweep(SweepConfig c) {
        SweptField field = c.axis().field();
        return field.plural() + " " + each(c.axis().values()) + " at "
                + field.other().label() + " " + c.fixed();
    }

    private static String network(NetworkRecipe n) {
        String activation = OptionNames.of(n.activation());
        String slope = activation.startsWith("leaky") ? " (slope " + Figures.setting(n.negativeSlope()) + ")" : "";
        String prior = (n.prior() == Prior.GAUSSIAN ? "Gaussian" : "uniform") + (n.normalized() ? " normalized" : "");
        return activation + slope + " activation, " + prior + " prior";
    }

    private static String guess(GuessPlan g) {
        String stop = g.relativeError() > 0
                ? ", until the mean's relative error is " + Figures.setting(g.relativeError())
                : "";
        return "training loss below " + Figures.setting(g.eps()) + "; sampler " + g.sampler() + ", at most "
                + Figures.count(g.draws()) + " draws" + stop;
    }

    private static String descent(DescentPlan d) {
        return Figures.count(d.epochs()) + " epochs of GroupRMSprop, learning rate " + each(d.learningRates())
                + ", init scale " + each(d.initScales()) + ", momentum " + Figures.setting(d.momentum());
    }

    private static String each(List<?> values) {
        return values.stream()
                .map(value -> value instanceof Double number ? Figures.setting(number) : value.toString())
                .collect(Collectors.joining(", "));
    }
}
