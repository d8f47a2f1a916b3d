package org.guesscheck.gnc.cli;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The network without its prior. */
final class NetworkOptions {
    @Option(names = "--width", defaultValue = "5", paramLabel = "N", description = "Hidden width (${DEFAULT-VALUE}).")
    int width;

    @Option(names = "--depth", defaultValue = "2", paramLabel = "N", description = "Factors (${DEFAULT-VALUE}).")
    int depth;

    @Option(
            names = "--activation",
            defaultValue = "linear",
            paramLabel = "NAME",
            description = "linear, tanh or leaky-relu (${DEFAULT-VALUE}).")
    String activation;

    @Option(names = "--negative-slope", paramLabel = "X", description = "Slope of leaky-relu below zero (0.2).")
    Float negativeSlope;

    private Activation activation() {
        Activation.Kind kind = OptionNames.activation(Choice.of("--activation", activation, OptionNames.ACTIVATIONS));
        if (kind == Activation.Kind.LEAKY_RELU) {
            return Activation.leakyRelu(negativeSlope == null ? 0.2f : negativeSlope);
        }
        if (negativeSlope != null) {
            throw new InputException("--negative-slope: allowed only with --activation leaky-relu");
        }
        return new Activation(kind, 1);
    }

    Network network() {
        return Network.linear(width, depth).with(activation());
    }

    /** The network and the prior of its weights. */
    static final class WithPrior {
        @Mixin
        NetworkOptions network;

        @Option(
                names = "--prior",
                defaultValue = "gauss",
                paramLabel = "NAME",
                description = "gauss or uniform (${DEFAULT-VALUE}).")
        String prior;

        @Option(names = "--normalize", description = "Divide the product by its norm before the losses.")
        boolean normalize;

        Network network() {
            Prior weights = OptionNames.prior(Choice.of("--prior", prior, OptionNames.PRIORS));
            Network plain = network.network().with(weights);
            return normalize ? plain.normalize() : plain;
        }
    }
}
