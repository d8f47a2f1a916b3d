package org.guesscheck.gnc.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Prior;

/** How activations, priors and optimizers are written in files and on the command line. */
public final class OptionNames {
    /** Allowed activations, in the order of {@link Activation.Kind}. */
    public static final List<String> ACTIVATIONS =
            Arrays.stream(Activation.Kind.values()).map(OptionNames::of).toList();

    /** Allowed priors, in the order of {@link Prior}. */
    public static final List<String> PRIORS = List.of("gauss", "uniform");

    /** Allowed optimizers, in the order of {@link Optimizer}. */
    public static final List<String> OPTIMIZERS =
            Arrays.stream(Optimizer.values()).map(OptionNames::of).toList();

    private OptionNames() {}

    /** The activation of an allowed name. */
    public static Activation.Kind activation(String name) {
        return Activation.Kind.values()[ACTIVATIONS.indexOf(name)];
    }

    /** The prior of an allowed name. */
    public static Prior prior(String name) {
        return Prior.values()[PRIORS.indexOf(name)];
    }

    /** The optimizer of an allowed name. */
    public static Optimizer optimizer(String name) {
        return Optimizer.values()[OPTIMIZERS.indexOf(name)];
    }

    /** The name of an activation. */
    public static String of(Activation.Kind kind) {
        return words(kind);
    }

    /** The name of an optimizer. */
    public static String of(Optimizer optimizer) {
        return words(optimizer);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of a prior. */
    public static String of(Prior prior) {
        return PRIORS.get(prior.ordinal());
    }
}
