package org.guesscheck.gnc.config;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;

/**
 * The networks of a sweep, as guess and check draws them.
 *
 * @param width the hidden width
 * @param depth the number of factors
 * @param activation the kind of activation
 * @param negativeSlope slope of the leaky rectifier below zero; other activations have none
 * @param prior the prior of the weights
 * @param normalized whether the predicted matrix is divided by its norm
 * @param softening added to that norm
 */
public record NetworkRecipe(
        int width,
        int depth,
        Activation.Kind activation,
        double negativeSlope,
        Prior prior,
        boolean normalized,
        double softening) {

    /** The network. */
    public Network network() {
        Activation function = activation == Activation.Kind.LEAKY_RELU
                ? Activation.leakyRelu((float) negativeSlope)
                : new Activation(activation, 1);
        return new Network(width, depth, function, prior, normalized, (float) softening);
    }

    NetworkRecipe width(int value) {
        return new NetworkRecipe(value, depth, activation, negativeSlope, prior, normalized, softening);
    }

    NetworkRecipe depth(int value) {
        return new NetworkRecipe(width, value, activation, negativeSlope, prior, normalized, softening);
    }

    NetworkRecipe activation(Activation.Kind value) {
        return new NetworkRecipe(width, depth, value, negativeSlope, prior, normalized, softening);
    }

    NetworkRecipe negativeSlope(double value) {
        return new NetworkRecipe(width, depth, activation, value, prior, normalized, softening);
    }

    NetworkRecipe prior(Prior value) {
        return new NetworkRecipe(width, depth, activation, negativeSlope, value, normalized, softening);
    }

    /** The same with or without normalization, which gradient descent does not use. */
    public NetworkRecipe normalized(boolean value) {
        return new NetworkRecipe(width, depth, activation, negativeSlope, prior, value, softening);
    }
}
