package org.guesscheck.gnc.options;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** The network without its prior. */
public final class NetworkOptions {
    @Option(names = "--width", defaultValue = "5", paramLabel = "N", description = "Hidden width (${DEFAULT-VALUE}).")
    private int width;

    @Option(names = "--depth", defaultValue = "2", paramLabel = "N", description = "Factors (${DEFAULT-VALUE}).")
    private int depth;

    @Option(
            names = "--activation",
            defaultValue = "linear",
            completionCandidates = Allowed.Activations.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private String activation;

    @Option(names = "--negative-slope", paramLabel = "X", description = "Slope of leaky-relu below zero (0.2).")
    private Float negativeSlope;

    /**
     * The network.
     *
     * @throws InputException if the activation is not an allowed one, or has no slope
     */
    public Network network() {
        return Network.linear(width, depth).with(activation());
    }

    private Activation activation() {
        Activation.Kind kind = OptionNames.activation(Choice.of("--activation", activation, OptionNames.ACTIVATIONS));
        if (negativeSlope == null) {
            return Activation.of(kind);
        }
        if (kind != Activation.Kind.LEAKY_RELU) {
            throw new InputException("--negative-slope: allowed only with --activation leaky-relu");
        }
        return Activation.leakyRelu(negativeSlope);
    }
}
