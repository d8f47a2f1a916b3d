package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.ProductStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * The weights of 16 networks' first layers, given the numbers that the first samples asked for: W_1 = W' + Q^T (G - Q W'), where W' is drawn from the prior.
 * W_1 has the law of the prior given Q W_1 = G, since a normal W' splits into independent parts along Q and across it.
 */
final class LiftedWeights {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    /** Inputs of the first layer that are corrected at once. */
    private static final int ROWS = 8;

    private final InputRows inputs;
    private final int units;
    private final float[] along;
    private final float[] correction;
    private final SharedProduct shared;

    /** The weights, input after input. */
    final float[] weights;

    LiftedWeights(TrainingSet set, ProductStage products) {
        shared = new SharedProduct(products);
        inputs = set.inputs();
        units = set.sizes().units(0);
        int most = inputs.needed(set.count());
        weights = LaneLayers.buffer(LayerSizes.drawn(inputs.features() * units));
        along = LaneLayers.buffer(inputs.areWeights() ? 0 : most * units);
        correction = LaneLayers.buffer(inputs.areWeights() ? 0 : ROWS * units);
    }

    /** Whether weights from the prior are needed. */
    boolean needsPrior() {
        return !inputs.areWeights();
    }

    /** Turns the prior's weights, which are in the buffer of weights, into those that belong to numbers. */
    void lift(float[] numbers, int samples) {
        if (!needsPrior()) {
            System.arraycopy(numbers, BASE, weights, BASE, LANES * inputs.features() * units);
            return;
        }
        int rank = inputs.needed(samples);
        if (rank == 0) {
            // Inputs of zeros alone leave every weight as it was drawn.
            return;
        }
        int features = inputs.features();
        shared.multiply(inputs.directions(), 0, features, 1, rank, features, weights, units, along);
        int end = BASE + LANES * rank * units;
        for (int i = BASE; i < end; i++) {
            along[i] = numbers[i] - along[i];
        }
        for (int f = 0; f < features; f += ROWS) {
            int now = Math.min(ROWS, features - f);
            shared.multiply(inputs.directions(), f, 1, features, now, rank, along, units, correction);
            int to = BASE + LANES * f * units;
            for (int i = 0; i < LANES * units * now; i++) {
                weights[to + i] += correction[BASE + i];
            }
        }
    }

    /** The weights of one network, input after input. */
    float[] ofLane(int lane) {
        float[] one = new float[inputs.features() * units];
        for (int i = 0; i < one.length; i++) {
            one[i] = weights[BASE + LANES * i + lane];
        }
        return one;
    }
}
