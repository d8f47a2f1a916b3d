package org.guesscheck.core.network;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A multilayer perceptron f(x) = s(... s(s(x W_1) W_2) ...) W_d with a prior on its weights.
 *
 * <p>W_l has as many rows as its layer has inputs and as many columns as it has units. Sums over k inputs are divided by sqrt(k), so
 * that they do not grow with the width; biases are added after that, and the activation follows every layer but the last.
 *
 * @param layers units of every layer but the inputs, from the first hidden layer to the outputs: at least one layer, at least one unit
 *     each; immutable
 * @param activation the activation between layers
 * @param prior the distribution of weights, and of biases before their scale
 * @param biasScale factor on the biases of all units, finite and at least 0; 0 for a network without biases
 */
public record Perceptron(List<Integer> layers, Activation activation, Prior prior, float biasScale) {
    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Perceptron {
        layers = List.copyOf(layers);
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(prior, "prior");
        if (layers.isEmpty() || layers.stream().anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException(
                    "layers: " + text(layers) + "; at least one layer of at least one unit is allowed");
        }
        if (!(biasScale >= 0) || Float.isInfinite(biasScale)) {
            throw new IllegalArgumentException("biasScale: " + biasScale + "; a finite number not below 0 is allowed");
        }
    }

    /**
     * A perceptron of rectifiers max(0, x) with a Gaussian prior and without biases.
     *
     * @param layers units of the hidden layers and of the outputs
     * @return the perceptron
     * @throws IllegalArgumentException if there is no layer, or one without units
     */
    public static Perceptron relu(int... layers) {
        List<Integer> units = Arrays.stream(layers).boxed().toList();
        return new Perceptron(units, Activation.leakyRelu(0), Prior.GAUSSIAN, 0);
    }

    /**
     * The same perceptron with another activation.
     *
     * @param other the activation
     * @return a changed copy
     */
    public Perceptron with(Activation other) {
        return new Perceptron(layers, other, prior, biasScale);
    }

    /**
     * The same perceptron with another prior.
     *
     * @param other the prior
     * @return a changed copy
     */
    public Perceptron with(Prior other) {
        return new Perceptron(layers, activation, other, biasScale);
    }

    /**
     * The same perceptron with biases.
     *
     * @param scale factor on the biases, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Perceptron biases(float scale) {
        return new Perceptron(layers, activation, prior, scale);
    }

    /**
     * The number of outputs.
     *
     * @return units of the last layer
     */
    public int outputs() {
        return layers.getLast();
    }

    /**
     * The number of layers.
     *
     * @return the depth d
     */
    public int depth() {
        return layers.size();
    }

    /**
     * How many weights and biases there are.
     *
     * @param features number of inputs, at least 1
     * @return their number
     */
    public long weights(int features) {
        int bias = biasScale > 0 ? 1 : 0;
        return IntStream.range(0, depth())
                .mapToLong(l -> ((l == 0 ? features : layers.get(l - 1)) + (long) bias) * layers.get(l))
                .sum();
    }

    private static String text(List<Integer> layers) {
        return layers.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
