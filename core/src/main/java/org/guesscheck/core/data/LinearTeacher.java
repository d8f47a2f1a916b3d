package org.guesscheck.core.data;

import org.guesscheck.core.random.SplitMix64;

/** A linear map w_1, ..., w_classes of independent standard normal numbers, which labels x by the largest of the products w_c . x. */
final class LinearTeacher {
    private final double[][] weights;

    /** Takes the weights from a generator, class by class. */
    LinearTeacher(int features, int classes, SplitMix64 random) {
        weights = new double[classes][features];
        for (double[] row : weights) {
            for (int j = 0; j < features; j++) {
                row[j] = random.nextNormal();
            }
        }
    }

    /** The label of the features from a position on; of equal products the first counts. */
    int label(float[] values, int at) {
        int label = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < weights.length; c++) {
            double product = 0;
            for (int j = 0; j < weights[c].length; j++) {
                product = Math.fma(weights[c][j], values[at + j], product);
            }
            if (product > largest) {
                largest = product;
                label = c;
            }
        }
        return label;
    }
}
