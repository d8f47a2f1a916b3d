package org.guesscheck.gnc.cli;

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

    @Option(
            names = "--axis",
            paramLabel = "NAME=V,V,...",
            description =
                    "What varies, once or twice, instead of the preset's or file's axes: ${COMPLETION-CANDIDATES}."
                            + " A V is a number, a range a..b or a range with a step a..b:step.",
            completionCandidates = Allowed.Axes.class)
    List<String> axes = List.of();

    @Option(
            names = "--widths",
            split = ",",
            paramLabel = "N",
            description = "Values of the axis width, or the one width where it does not vary.")
    List<Integer> widths;

    @Option(
            names = "--depths",
            split = ",",
            paramLabel = "N",
            description = "Values of the axis depth, or the one depth where it does not vary.")
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
            names = "--init-scale-ladder",
            split = ",",
            paramLabel = "X",
            description =
                    "Rising init scales, of which each value takes the least one at which 90%% of the runs end with a"
                            + " training loss below eps.")
    List<Double> ladder;

    @Option(
            names = "--inits",
            paramLabel = "N",
            description = "Initializations of gradient descent for each trial and value (1 for most presets).")
    Integer inits;

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

    @Option(names = "--normalize", description = "Divide the product by its norm before the losses.")
    boolean normalize;

    @Option(names = "--no-descent", description = "Leave gradient descent out.")
    boolean noDescent;

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
                        ladder,
                        inits,
                        activation,
                        prior,
                        sampler,
                        relativeError,
                        axes.isEmpty() ? null : axes,
                        reduce ? true : null,
                        normalize ? true : null,
                        noDescent ? true : null)
                .anyMatch(Objects::nonNull);
        if (other) {
            throw new InputException(study + ": only --seed, --threads, --backend and --out are allowed with it");
        }
    }

    SweepConfig apply(SweepConfig preset) {
        SweepConfig c = noDescent ? preset.descent(plan -> DescentPlan.NONE) : preset;
        requireDescent(c);
        if (ladder != null && scales != null) {
            throw new InputException(
                    "--init-scale-ladder " + ladder + ": not allowed beside --init-scale; one of the two is");
        }
        SweepConfig climbing = ladder == null ? c : c.descent(plan -> plan.initScaleLadder(ladder));
        OverriddenAxes overridden = OverriddenAxes.of(climbing, rates, scales);
        if (!axes.isEmpty()) {
            overridden = overridden.over(OverriddenAxes.parse(axes));
        }
        overridden = overridden.values(SweptField.WIDTH, "--widths", widths);
        overridden = overridden.values(SweptField.DEPTH, "--depths", depths);
        if (eps != null && overridden.config().grid().varies(SweptField.EPS)) {
            throw new InputException("--eps " + eps + ": not allowed where an axis varies it");
        }
        ObjectNode node = ConfigJson.write(overridden.config());
        put(node, "trials", trials);
        put(node, "draws", draws);
        put(node, "epochs", epochs);
        put(node, "inits", inits);
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
        if (normalize) {
            node.put("normalized", true);
        }
        return ConfigJson.read(node, c.title() + " with the command line's options");
    }

    private void requireDescent(SweepConfig c) {
        if (c.descent().none() && Stream.of(epochs, rates, scales).anyMatch(Objects::nonNull)) {
            throw new InputException(c.title()
                    + ": --epochs, --lr and --init-scale are not allowed in a sweep without gradient descent");
        }
        if (c.descent().none() && Stream.of(inits, ladder).anyMatch(Objects::nonNull)) {
            throw new InputException(c.title()
                    + ": --inits and --init-scale-ladder are not allowed in a sweep without gradient descent");
        }
    }

    private static void put(ObjectNode node, String name, Number value) {
        if (value != null) {
            node.put(name, value.longValue());
        }
    }
}
