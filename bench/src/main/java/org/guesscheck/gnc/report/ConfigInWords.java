package org.guesscheck.gnc.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guesscheck.core.network.Prior;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweepKind;

/** A config in words. */
final class ConfigInWords {
    private ConfigInWords() {}

    /** What each part of a sweep was, by the name of the part. */
    static Map<String, String> of(SweepConfig c) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("sweep", sweep(c));
        parts.put(
                "ground truth",
                c.rows() + " × " + c.cols() + " of rank " + c.rank() + " and norm 1; " + c.trials()
                        + (c.trials() == 1
                                ? " problem"
                                : " problems, each shared by all " + OptionNames.of(c.sweep()) + "s"));
        parts.put("training data", c.measurements() + (c.completion() ? " observed entries" : " random measurements"));
        parts.put("network", OptionNames.of(c.activation()) + slope(c) + " activation, " + prior(c) + " prior");
        parts.put(
                "guess and check",
                "training loss below " + Figures.setting(c.eps()) + "; sampler " + c.sampler() + ", at most "
                        + Figures.count(c.draws()) + " draws" + stop(c));
        parts.put(
                "gradient descent",
                Figures.count(c.epochs()) + " epochs of GroupRMSprop, learning rate " + each(c.learningRates())
                        + ", init scale " + each(c.initScales()) + ", momentum " + Figures.setting(c.momentum()));
        parts.put("seed", Long.toString(c.seed()));
        return parts;
    }

    /** The values that a sweep goes through. */
    static String sweep(SweepConfig c) {
        String values = each(c.values());
        return c.sweep() == SweepKind.WIDTH
                ? "widths " + values + " at depth " + c.fixed()
                : "depths " + values + " at width " + c.fixed();
    }

    private static String slope(SweepConfig c) {
        return OptionNames.of(c.activation()).startsWith("leaky")
                ? " (slope " + Figures.setting(c.negativeSlope()) + ")"
                : "";
    }

    private static String prior(SweepConfig c) {
        return (c.prior() == Prior.GAUSSIAN ? "Gaussian" : "uniform") + (c.normalized() ? " normalized" : "");
    }

    private static String stop(SweepConfig c) {
        return c.relativeError() > 0
                ? ", until the mean's relative error is " + Figures.setting(c.relativeError())
                : "";
    }

    private static String each(List<?> values) {
        return values.stream()
                .map(value -> value instanceof Double number ? Figures.setting(number) : value.toString())
                .collect(Collectors.joining(", "));
    }
}
