package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.LaneBuffer;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;

/**
 * The weights above the first layer of 16 networks some of whose layers were drawn by samples: W = W' + Q^T (G - Q W'), where W' is drawn from
 * the prior, G are the samples' numbers and Q the directions of their features H = L Q. W has the law of the prior given H W = L G, as
 * in {@link LiftedWeights}.
 */
final class UpperWeights {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    /** Inputs of a layer that are corrected at once. */
    private static final int ROWS = 8;

    private final LayerSizes drawn;
    private final LayerSizes sizes;
    private final Stages stages;
    private final WideLayers layers;
    private final float[] prior;
    private final float[] along;
    private final float[] correction;
    private final Multiplication job = new Multiplication();

    /** The weights, at the places of a network that is drawn by weights. */
    final float[] weights;

    UpperWeights(TrainingSet set, Stages stages) {
        drawn = set.sizes();
        sizes = drawn.byWeights();
        this.stages = stages;
        layers = new WideLayers(set, stages);
        weights = LaneLayers.buffer(LayerSizes.drawn(sizes.upper()));
        int largest = 0;
        for (int layer = 1; layer < sizes.depth(); layer++) {
            largest = Math.max(largest, vectors(layer));
        }
        prior = LaneLayers.buffer(LayerSizes.drawn(largest));
        int widest = sizes.widest() + 1;
        along = LaneBuffer.of("samples: the numbers", (long) set.count() * widest);
        correction = LaneLayers.buffer(ROWS * widest);
        job.groups = 1;
        job.fresh = true;
    }

    private int vectors(int layer) {
        return sizes.inputs(layer) * sizes.units(layer);
    }

    /** Draws the weights that samples leave open. */
    void prior(WeightStage stage) {
        for (int layer = 1; layer < sizes.depth(); layer++) {
            if (drawn.bySamples(layer)) {
                stage.fill(prior, LayerSizes.drawn(vectors(layer)));
                System.arraycopy(prior, BASE, weights, BASE + LANES * sizes.first(layer), LANES * vectors(layer));
            }
        }
    }

    /** Draws them for one network, as they are in one lane of 16 others. */
    void priorOf(WeightStage stage, int from, int lane) {
        for (int layer = 1; layer < sizes.depth(); layer++) {
            if (drawn.bySamples(layer)) {
                stage.fill(prior, LayerSizes.drawn(vectors(layer)));
                for (int i = 0; i < vectors(layer); i++) {
                    weights[BASE + LANES * (sizes.first(layer) + i) + lane] = prior[BASE + LANES * i + from];
                }
            }
        }
    }

    /** Turns the prior's weights into those that belong to the numbers of the first samples. */
    void lift(LaneNetworks networks, int samples) {
        for (int layer = 1; layer < sizes.depth(); layer++) {
            if (!drawn.bySamples(layer)) {
                System.arraycopy(
                        networks.upper,
                        BASE + LANES * drawn.first(layer),
                        weights,
                        BASE + LANES * sizes.first(layer),
                        LANES * vectors(layer));
            }
        }
        layers.outputs(0, samples, networks);
        for (int layer = 1; layer < sizes.depth(); layer++) {
            if (drawn.bySamples(layer)) {
                lift(layer, layers.directions(layer), networks.upper, samples);
            }
        }
    }

    private void lift(int layer, float[] directions, float[] numbers, int samples) {
        int inputs = sizes.inputs(layer);
        int units = sizes.units(layer);
        job.y = directions;
        job.yAt = 0;
        job.yRow = inputs;
        job.yUnit = 1;
        job.rows = samples;
        job.units = inputs;
        job.w = weights;
        job.wAt = sizes.first(layer);
        job.wUnit = units;
        job.cols = units;
        job.out = along;
        UnitTiles.multiply(stages.products(), job);
        for (int r = 0; r < samples; r++) {
            int to = BASE + LANES * r * units;
            int from = BASE + LANES * drawn.first(layer, r);
            for (int i = 0; i < LANES * units; i++) {
                along[to + i] = numbers[from + i] - along[to + i];
            }
        }
        for (int input = 0; input < inputs; input += ROWS) {
            int now = Math.min(ROWS, inputs - input);
            job.yAt = input;
            job.yRow = 1;
            job.yUnit = inputs;
            job.rows = now;
            job.units = samples;
            job.w = along;
            job.wAt = 0;
            job.out = correction;
            UnitTiles.multiply(stages.products(), job);
            int to = BASE + LANES * (sizes.first(layer) + input * units);
            for (int i = 0; i < LANES * units * now; i++) {
                weights[to + i] += correction[BASE + i];
            }
        }
    }
}
