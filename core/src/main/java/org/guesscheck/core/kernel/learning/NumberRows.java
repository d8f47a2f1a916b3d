package org.guesscheck.core.kernel.learning;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;

/** Draws the numbers of 16 networks: the weights above the first layer, and then what each sample asks for. */
final class NumberRows {
    private static final int LANES = Question.LANES;
    private static final int BASE = Stages.BASE;

    private final InputRows inputs;
    private final int units;
    private final int weights;
    private final int perSample;
    private final float[] row;

    NumberRows(TrainingSet set) {
        inputs = set.inputs();
        units = set.sizes().units(0);
        weights = set.sizes().weights();
        perSample = set.sizes().perSample();
        row = LaneLayers.buffer(LayerSizes.drawn(Math.max(units, perSample)));
    }

    /** Draws the weights above the first layer. */
    void weights(WeightStage stage, LaneNetworks to) {
        if (weights > 0) {
            stage.fill(to.upper, LayerSizes.drawn(weights));
        }
    }

    /** Draws the numbers that samples ask for, sample after sample, after those before them were drawn. */
    void samples(WeightStage stage, LaneNetworks to, int first, int end) {
        for (int sample = first; sample < end; sample++) {
            for (int r = inputs.needed(sample); r < inputs.needed(sample + 1); r++) {
                row(stage, units, to.first, r * units);
            }
            if (perSample > 0) {
                row(stage, perSample, to.upper, weights + sample * perSample);
            }
        }
    }

    private void row(WeightStage stage, int vectors, float[] to, int at) {
        stage.fill(row, LayerSizes.drawn(vectors));
        System.arraycopy(row, BASE, to, BASE + LANES * at, LANES * vectors);
    }
}
