package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Perceptron;

/**
 * Sizes of a perceptron's layers and the places of its weights above the first layer: layer after layer, input after input, the bias as the
 * last input, a vector of 16 draws for every weight.
 */
final class LayerSizes {
    private final Perceptron network;
    private final int features;
    private final int[] first;
    private final int upper;

    /**
     * Adds up the sizes.
     *
     * @param network the perceptron
     * @param features number of features, at least 1
     * @throws IllegalArgumentException if 16 draws of the weights fit no array
     */
    LayerSizes(Perceptron network, int features) {
        this.network = network;
        this.features = features;
        if (network.weights(features) > (Integer.MAX_VALUE - 8 - Stages.BASE) / Question.LANES - Question.LANES) {
            throw new IllegalArgumentException("layers: a network of " + network.weights(features)
                    + " weights; fewer than 2^27 are allowed, since 16 networks are computed side by side");
        }
        first = new int[network.depth()];
        int next = 0;
        for (int layer = 1; layer < network.depth(); layer++) {
            first[layer] = next;
            next += inputs(layer) * units(layer);
        }
        upper = next;
    }

    /** The perceptron. */
    Perceptron network() {
        return network;
    }

    /** Number of layers. */
    int depth() {
        return network.depth();
    }

    /** Units of a layer; layer 0 is the first hidden one. */
    int units(int layer) {
        return network.layers().get(layer);
    }

    /** Inputs of a layer without that of its biases. */
    int fanIn(int layer) {
        return layer == 0 ? features : units(layer - 1);
    }

    /** Inputs of a layer, that of its biases included. */
    int inputs(int layer) {
        return fanIn(layer) + (network.biasScale() > 0 ? 1 : 0);
    }

    /** The value of the input of biases, whose weights are divided by sqrt(k) with all others. */
    float biasInput(int layer) {
        return (float) (network.biasScale() * Math.sqrt(fanIn(layer)));
    }

    /** The factor on a layer's sums. */
    float scale(int layer) {
        return (float) (1 / Math.sqrt(fanIn(layer)));
    }

    /** Where a layer's weights begin among those above the first layer. */
    int first(int layer) {
        return first[layer];
    }

    /** How many weights there are above the first layer. */
    int upper() {
        return upper;
    }

    /** The largest number of units of a layer. */
    int widest() {
        return network.layers().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** The next even number: numbers are drawn in pairs of vectors. */
    static int drawn(int vectors) {
        return vectors + (vectors & 1);
    }
}
