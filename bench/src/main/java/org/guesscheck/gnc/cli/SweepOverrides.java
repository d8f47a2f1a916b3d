package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.DescentPlan;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;
import org.guesscheck.gnc.options.Allowed;
import org.guesscheck.gnc.options.Choice;
import org.guesscheck.gnc.options.CountConverter;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** Options that replace single fields of a config; the result is checked as a config file is. */
final class SweepOverrides {
    @Option(names = "--trials", paramLabel = "N", description = "Problems.")
    Integer trials;

    @Option(
            names = "--draws",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Draws for each trial and value, also written 1e8.")
    Long draws;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Epochs of gradient descent.")
    Long epochs;

    @Option(names = "--eps", paramLabel = "E", description = "Acceptance threshold.")
    Double eps;

    @Option(names = "--widths", split = ",", paramLabel = "N", description = "Widths; one for a depth sweep.")
    List<Integer> widths;

    @Option(names = "--depths", split = ",", paramLabel = "N", description = "Depths; one for a width sweep.")
    List<Integer> depths;

    @Option(names = "--lr", split = ",", paramLabel = "X", description = "Learning rates, one or one for each value.")
    List<Double> rates;

    @Option(
            names = "--init-scale",
            split = ",",
            paramLabel = "X",
            description = "Init scales, one or one for each value.")
    List<Double> scales;

    @Option(
            names = "--activation",
            completionCandidates = Allowed.Activations.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES}.")
    String activation;

    @Option(
            names = "--prior",
            completionCandidates = Allowed.Priors.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES}.")
    String prior;

    @Option(
            names = "--sampler",
            completionCandidates = Allowed.Samplers.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (auto for presets).")
    String sampler;

    @Option(
            names = "--rel-error",
            paramLabel = "X",
            description = "Sample until the mean has this relative standard error (0.03 for presets; 0: all draws).")
    Double relativeError;

    @Option(
            names = "--reduce",
            description =
                    "With --sampler rejection: draw the products of wide networks with Gaussian prior through fewer"
                            + " numbers than there are weights. Networks no wider than the matrix has rows are drawn in"
                            + " full.")
    boolean reduce;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of everything.")
    Long seed;

    /** A study has one setting; an option that had no effect would mislead. */
    void requireOnlySeed(String study) {
        boolean other = Stream.of(
                        trials,
                        draws,
                        epochs,
                        eps,
                        widths,
                        depths,
                        rates,
                        scales,
                        activation,
                        prior,
                        sampler,
                        relativeError,
                        reduce ? true : null)
                .anyMatch(Objects::nonNull);
        if (other) {
            throw new InputException(study + ": only --seed, --threads, --backend and --out are allowed with it");
        }
    }

    SweepConfig apply(SweepConfig c) {
        ObjectNode node = ConfigJson.write(c);
        SweptField swept = c.axis().field();
        values(node, c, given(swept));
        fixed(node, c, given(swept.other()));
        put(node, "trials", trials);
        put(node, "draws", draws);
        put(node, "epochs", epochs);
        put(node, "seed", seed);
        if (eps != null) {
            node.put("eps", eps);
        }
        if (sampler != null) {
            node.put("sampler", Choice.of("--sampler", sampler, Sampler.NAMES));
        }
        if (relativeError != null) {
            node.put("relativeError", relativeError);
        } else if (RejectionSampler.NAME.equals(sampler)) {
            // Who asks for rejection by name wants the number of draws that the config has.
            node.put("relativeError", 0);
        }
        if (reduce) {
            node.put("reduce", true);
        }
        if (activation != null) {
            node.put("activation", Choice.of("--activation", activation, OptionNames.ACTIVATIONS));
        }
        if (prior != null) {
            node.put("prior", Choice.of("--prior", prior, OptionNames.PRIORS));
        }
        numbers(node, "learningRates", rates);
        numbers(node, "initScales", scales);
        return ConfigJson.read(node, c.title() + " with the command line's options");
    }

    /** An option with values of a field; null values where it was not given. */
    private record Given(String option, List<Integer> values) {}

    private Given given(SweptField field) {
        List<Integer> values = switch (field) {
            case WIDTH -> widths;
            case DEPTH -> depths;
        };
        return new Given("--" + field.plural(), values);
    }

    private void values(ObjectNode node, SweepConfig c, Given given) {
        if (given.values() == null) {
            return;
        }
        ArrayNode list = node.putArray("values");
        given.values().forEach(list::add);
        DescentPlan descent = c.descent();
        if (rates == null) {
            numbers(
                    node,
                    "learningRates",
                    kept(c, given, new Listed("learningRates", descent.learningRates(), "--lr")));
        }
        if (scales == null) {
            numbers(node, "initScales", kept(c, given, new Listed("initScales", descent.initScales(), "--init-scale")));
        }
    }

    /** Settings of gradient descent, and the option that gives others. */
    private record Listed(String name, List<Double> settings, String option) {}

    /** Settings that are listed by value stay with their value. */
    private static List<Double> kept(SweepConfig c, Given given, Listed listed) {
        if (listed.settings().size() == 1) {
            return listed.settings();
        }
        List<Integer> known = c.axis().values();
        return given.values().stream()
                .map(value -> {
                    if (!known.contains(value)) {
                        throw new InputException(given.option() + " " + value + ": " + c.title() + " lists its "
                                + listed.name() + " for " + known + " only; give " + listed.option() + " too");
                    }
                    return listed.settings().get(known.indexOf(value));
                })
                .toList();
    }

    private static void fixed(ObjectNode node, SweepConfig c, Given given) {
        if (given.values() == null) {
            return;
        }
        if (given.values().size() != 1) {
            throw new InputException(given.option() + " " + given.values() + ": one number is allowed, since "
                    + c.title() + " is a sweep of " + c.axis().field().label());
        }
        node.put("fixed", given.values().getFirst());
    }

    private static void put(ObjectNode node, String name, Number value) {
        if (value != null) {
            node.put(name, value.longValue());
        }
    }

    private static void numbers(ObjectNode node, String name, List<Double> values) {
        if (values != null) {
            ArrayNode list = node.putArray(name);
            values.forEach(list::add);
        }
    }
}
