package org.guesscheck.gnc.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** A perceptron and the prior of its weights. */
public final class PerceptronOptions {
    private static final String RELU = "relu";
    private static final String ACTIVATION = "--activation";

    @Option(
            names = "--layers",
            split = ",",
            required = true,
            paramLabel = "N",
            description =
                    "Units of the hidden layers and of the outputs, such as 20,10,5,2; one output for two classes,"
                            + " or one for each class.")
    private int[] layers;

    @Option(
            names = ACTIVATION,
            defaultValue = RELU,
            paramLabel = "NAME",
            description = "relu, leaky-relu, tanh or linear (${DEFAULT-VALUE}).")
    private String activation;

    @Option(names = "--negative-slope", paramLabel = "X", description = "Slope of leaky-relu below zero (0.2).")
    private Float negativeSlope;

    @Option(
            names = "--bias",
            defaultValue = "0",
            paramLabel = "X",
            description = "Factor on the biases of all units; 0 for none (${DEFAULT-VALUE}).")
    private float bias;

    @Option(
            names = "--prior",
            defaultValue = "gauss",
            completionCandidates = Allowed.Priors.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private String prior;

    /**
     * The perceptron.
     *
     * @throws InputException if a name is not an allowed one
     * @throws IllegalArgumentException if a number is out of range
     */
    public Perceptron network() {
        if (!(bias >= 0 && Float.isFinite(bias))) {
            throw new InputException("--bias " + bias + ": a finite number not below 0 is allowed");
        }
        return new Perceptron(
                Arrays.stream(layers).boxed().toList(),
                activation(),
                OptionNames.prior(Choice.of("--prior", prior, OptionNames.PRIORS)),
                bias);
    }

    /** Writes layers, activation, prior and biases as the options name them. */
    public void write(ObjectNode node) {
        Perceptron perceptron = network();
        perceptron.layers().forEach(node.putArray("layers")::add);
        node.put("activation", activation);
        if (activation.equals("leaky-relu")) {
            node.put("negativeSlope", perceptron.activation().negativeSlope());
        }
        node.put("prior", prior).put("biasScale", perceptron.biasScale());
    }

    /** Its activation as it was written. */
    public String activationName() {
        return activation;
    }

    private Activation activation() {
        String name = Choice.of(ACTIVATION, activation, List.of(RELU, "leaky-relu", "tanh", "linear"));
        if (negativeSlope != null && !name.equals("leaky-relu")) {
            throw new InputException("--negative-slope: allowed only with --activation leaky-relu");
        }
        if (name.equals(RELU)) {
            return Activation.leakyRelu(0);
        }
        return negativeSlope == null
                ? Activation.of(OptionNames.activation(name))
                : Activation.leakyRelu(negativeSlope);
    }
}
