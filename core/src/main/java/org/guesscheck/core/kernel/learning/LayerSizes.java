package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Perceptron;

/**
 * Sizes of a perceptron's layers and the places of its numbers above the first layer, a vector of 16 draws for each.
 *
 * <p>Layers that are drawn by weights have theirs first: layer after layer, input after input, the bias as the last input. Behind them
 * are the numbers of the layers that are drawn by samples ({@link WideLayers}): sample after sample, layer after layer, one for each unit.
 */
final class LayerSizes {
    private final Perceptron network;
    private final int features;
    private final boolean[] bySamples;
    private final int[] first;
    private final int samples;
    private final int weights;
    private final int perSample;

    /** Drawing a normal number takes as long as so many multiplications with addition. */
    private static final int NORMAL = 5;

    /**
     * Adds up the sizes of a network of which every weight above the first layer is drawn.
     *
     * @param network the perceptron
     * @param features number of features, at least 1
     * @throws IllegalArgumentException if 16 draws of the weights fit no array
     */
    LayerSizes(Perceptron network, int features) {
        this(network, features, 0);
    }

    /**
     * Adds up the sizes.
     *
     * @param network the perceptron
     * @param features number of features, at least 1
     * @param samples number of training samples by which layers may be drawn; 0 for none
     * @throws IllegalArgumentException if 16 draws of the weights fit no array
     */
    LayerSizes(Perceptron network, int features, int samples) {
        this.network = network;
        this.features = features;
        this.samples = samples;
        if (network.weights(features) > (Integer.MAX_VALUE - 8 - Stages.BASE) / Question.LANES - Question.LANES) {
            throw new IllegalArgumentException("layers: a network of " + network.weights(features)
                    + " weights; fewer than 2^27 are allowed, since 16 networks are computed side by side");
        }
        first = new int[network.depth()];
        bySamples = new boolean[network.depth()];
        int next = 0;
        int row = 0;
        for (int layer = 1; layer < network.depth(); layer++) {
            bySamples[layer] = samples > 0 && isCheaperBySamples(inputs(layer), units(layer), samples);
            first[layer] = bySamples[layer] ? row : next;
            next += bySamples[layer] ? 0 : inputs(layer) * units(layer);
            row += bySamples[layer] ? units(layer) : 0;
        }
        weights = next;
        perSample = row;
    }

    /**
     * Whether a layer is drawn by samples. Twice the count of multiplications has to be below that by weights, since each number is used in few of
     * them after it was loaded.
     */
    private static boolean isCheaperBySamples(long inputs, long units, long samples) {
        long rows = samples * samples * (4 * inputs + units) / 2 + NORMAL * samples * units;
        return 2 * rows < (NORMAL + samples) * inputs * units;
    }

    /** The same network, drawn by weights. */
    LayerSizes byWeights() {
        return new LayerSizes(network, features);
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

    /** Whether a layer above the first one is drawn by samples. */
    boolean bySamples(int layer) {
        return bySamples[layer];
    }

    /** Where the weights of a layer begin that is drawn by weights, or a sample's numbers of a layer that is drawn by samples. */
    int first(int layer, int sample) {
        return bySamples[layer] ? weights + sample * perSample + first[layer] : first[layer];
    }

    /** Where the weights of a layer begin that is drawn by weights. */
    int first(int layer) {
        return first(layer, 0);
    }

    /** How many numbers above the first layer are weights. */
    int weights() {
        return weights;
    }

    /** How many numbers above the first layer each sample asks for; 0 if all layers are drawn by weights. */
    int perSample() {
        return perSample;
    }

    /** How many numbers there are above the first layer, with those of all samples. */
    int upper() {
        return upper(samples);
    }

    /** How many numbers there are above the first layer, with those of the first samples. */
    int upper(int count) {
        return weights + count * perSample;
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
