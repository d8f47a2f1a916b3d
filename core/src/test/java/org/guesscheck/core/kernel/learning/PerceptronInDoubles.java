package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.network.Perceptron;

/** A perceptron's outputs in double precision, written from its definition and without the kernels. */
final class PerceptronInDoubles {
    private PerceptronInDoubles() {}

    /** The outputs of an input; weights of a layer lie input after input, that of biases last. */
    static double[] outputs(Perceptron network, double[][] weights, float[] input) {
        double[] features = new double[input.length];
        for (int j = 0; j < input.length; j++) {
            features[j] = input[j];
        }
        for (int layer = 0; layer < network.depth(); layer++) {
            features = layer(network, layer, weights[layer], features);
        }
        return features;
    }

    private static double[] layer(Perceptron network, int layer, double[] weights, double[] features) {
        int units = network.layers().get(layer);
        double[] next = new double[units];
        for (int c = 0; c < units; c++) {
            for (int j = 0; j < features.length; j++) {
                next[c] += features[j] * weights[j * units + c] / Math.sqrt(features.length);
            }
            if (network.biasScale() > 0) {
                next[c] += network.biasScale() * weights[features.length * units + c];
            }
            if (layer + 1 < network.depth()) {
                next[c] = switch (network.activation().kind()) {
                    case LINEAR -> next[c];
                    case TANH -> Math.tanh(next[c]);
                    case LEAKY_RELU ->
                        next[c] > 0 ? next[c] : network.activation().negativeSlope() * next[c];
                };
            }
        }
        return next;
    }
}
